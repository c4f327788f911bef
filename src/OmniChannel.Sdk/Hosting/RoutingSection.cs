using System.Buffers;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.Configuration;

namespace OmniChannel.Hosting;

/// <summary>
/// A configuration section as the JSON of routing options. Configuration knows texts only, so the types say what is a number; what they do not
/// know is kept as it is, to be refused with its path.
/// </summary>
internal static class RoutingSection
{
    public static byte[] ToJson(IConfigurationSection section)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            Write(writer, section, RoutingConfigurationJson.Default.RoutingOptions);
        }

        return buffer.WrittenSpan.ToArray();
    }

    private static void Write(Utf8JsonWriter writer, IConfigurationSection section, JsonTypeInfo? type)
    {
        if (section.Value is not null)
        {
            Leaf(writer, section.Value, type?.Type);
        }
        else if (type?.Kind == JsonTypeInfoKind.Enumerable)
        {
            writer.WriteStartArray();
            foreach (var child in section.GetChildren())
            {
                Write(writer, child, TypeOf(type.ElementType));
            }

            writer.WriteEndArray();
        }
        else
        {
            Object(writer, section, type);
        }
    }

    private static void Object(Utf8JsonWriter writer, IConfigurationSection section, JsonTypeInfo? type)
    {
        writer.WriteStartObject();
        if (type?.PolymorphismOptions is { } kinds && section[kinds.TypeDiscriminatorPropertyName] is { } kind)
        {
            // The kind has to come first.
            writer.WriteString(kinds.TypeDiscriminatorPropertyName, kind);
            type = TypeOf(kinds.DerivedTypes.FirstOrDefault(d => d.TypeDiscriminator as string == kind).DerivedType) ?? type;
        }

        foreach (var child in section.GetChildren())
        {
            var property = type?.Properties.FirstOrDefault(p => string.Equals(p.Name, child.Key, StringComparison.OrdinalIgnoreCase));
            if (property is null && string.Equals(child.Key, "kind", StringComparison.OrdinalIgnoreCase))
            {
                continue;
            }

            writer.WritePropertyName(property?.Name ?? child.Key);
            Write(writer, child, type?.Kind == JsonTypeInfoKind.Dictionary ? TypeOf(type.ElementType) : TypeOf(property?.PropertyType));
        }

        writer.WriteEndObject();
    }

    private static JsonTypeInfo? TypeOf(Type? type) => type is null ? null : RoutingConfigurationJson.Default.GetTypeInfo(type);

    private static void Leaf(Utf8JsonWriter writer, string value, Type? type)
    {
        type = type is null ? null : Nullable.GetUnderlyingType(type) ?? type;
        if (type == typeof(bool) && bool.TryParse(value, out var flag))
        {
            writer.WriteBooleanValue(flag);
        }
        else if ((type == typeof(int) || type == typeof(long)) && long.TryParse(value, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number))
        {
            writer.WriteNumberValue(number);
        }
        else if (type == typeof(double) && double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var real) && double.IsFinite(real))
        {
            writer.WriteNumberValue(real);
        }
        else
        {
            writer.WriteStringValue(value);
        }
    }
}
