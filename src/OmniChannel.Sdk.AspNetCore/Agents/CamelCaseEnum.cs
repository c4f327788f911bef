using System.Text.Json;
using System.Text.Json.Serialization;

namespace OmniChannel.AspNetCore.Agents;

/// <summary>Writes an enum as its name in camel case.</summary>
internal sealed class CamelCaseEnum<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.CamelCase, allowIntegerValues: false)
    where T : struct, Enum;
