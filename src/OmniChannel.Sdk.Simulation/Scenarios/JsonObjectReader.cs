using System.Text.Json;

namespace OmniChannel.Simulation.Scenarios;

/// <summary>One JSON object with its path: every key is asked for by name, and a key nobody asked for is refused.</summary>
internal sealed class JsonObjectReader
{
    private readonly string _path;
    private readonly Dictionary<string, JsonElement> _values = new(StringComparer.Ordinal);
    private readonly List<string> _order = [];
    private readonly HashSet<string> _asked = new(StringComparer.Ordinal);

    public JsonObjectReader(string path, JsonElement element)
    {
        _path = path;
        if (element.ValueKind != JsonValueKind.Object)
        {
            throw new ScenarioException(path.Length == 0 ? "$" : path, $"must be an object, is {Name(element)}");
        }

        foreach (var property in element.EnumerateObject())
        {
            if (!_values.TryAdd(property.Name, property.Value))
            {
                throw new ScenarioException(PathOf(property.Name), "is given twice");
            }

            _order.Add(property.Name);
        }
    }

    public IReadOnlyList<string> Keys => _order;

    public static JsonDocument Document(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        try
        {
            return JsonDocument.Parse(json);
        }
        catch (JsonException error)
        {
            throw new ScenarioException("$", $"is not JSON, line {error.LineNumber + 1}, byte {error.BytePositionInLine + 1}", error);
        }
    }

    public string PathOf(string key) => IsPlain(key) ? _path.Length == 0 ? key : $"{_path}.{key}" : $"{_path}[{Quoted(key)}]";

    /// <summary>Names the first key that nobody asked for.</summary>
    public void RefuseOthers()
    {
        foreach (var key in _order)
        {
            if (!_asked.Contains(key))
            {
                throw new ScenarioException(PathOf(key), $"is not a key here; known: {string.Join(", ", _asked.Order(StringComparer.Ordinal))}");
            }
        }
    }

    /// <summary>A value that is there and not null.</summary>
    public JsonElement? Value(string key)
    {
        _asked.Add(key);
        return _values.TryGetValue(key, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;
    }

    public JsonElement Required(string key) => Value(key) ?? throw new ScenarioException(PathOf(key), "is missing");

    public bool Has(string key) => Value(key) is not null;

    public double? Number(string key) => Value(key) is { } value ? NumberOf(PathOf(key), value) : null;

    public double RequiredNumber(string key) => NumberOf(PathOf(key), Required(key));

    public int? Int(string key) => Value(key) is { } value ? IntOf(PathOf(key), value) : null;

    public long? Long(string key) => Value(key) is { } value
        ? WholeOf(PathOf(key), value, long.MaxValue)
        : null;

    public bool Flag(string key) => Value(key) is { } value
        && value.ValueKind switch
        {
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            _ => throw new ScenarioException(PathOf(key), $"must be true or false, is {Name(value)}"),
        };

    public string? Text(string key) => Value(key) is { } value ? TextOf(PathOf(key), value) : null;

    public string RequiredText(string key) => TextOf(PathOf(key), Required(key));

    public JsonObjectReader? Object(string key) => Value(key) is { } value ? new(PathOf(key), value) : null;

    public IReadOnlyList<T>? List<T>(string key, Func<string, JsonElement, T> read) => Value(key) is { } value ? ListOf(PathOf(key), value, read) : null;

    public IReadOnlyList<T> RequiredList<T>(string key, Func<string, JsonElement, T> read) => ListOf(PathOf(key), Required(key), read);

    /// <summary>An object whose keys are names of the user's, as an ordered dictionary.</summary>
    public IReadOnlyDictionary<string, T>? Map<T>(string key, Func<string, JsonElement, T> read)
    {
        if (Object(key) is not { } inner)
        {
            return null;
        }

        return new Dictionary<string, T>(
            inner.Keys.Select(name => KeyValuePair.Create(name, read(inner.PathOf(name), inner.Required(name)))), StringComparer.Ordinal);
    }

    public static double NumberOf(string path, JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var number) && double.IsFinite(number))
        {
            return number;
        }

        throw new ScenarioException(path, $"must be a number, is {Name(value)}");
    }

    public static int IntOf(string path, JsonElement value) => (int)WholeOf(path, value, int.MaxValue);

    public static string TextOf(string path, JsonElement value) => value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text
        ? text
        : throw new ScenarioException(path, $"must be a text that is not empty, is {Name(value)}");

    private static long WholeOf(string path, JsonElement value, long most)
    {
        var number = NumberOf(path, value);
        if (number != Math.Floor(number) || Math.Abs(number) > Math.Min(most, 9e15))
        {
            throw new ScenarioException(path, $"must be a whole number, is {Name(value)}");
        }

        return (long)number;
    }

    private static IReadOnlyList<T> ListOf<T>(string path, JsonElement value, Func<string, JsonElement, T> read)
    {
        if (value.ValueKind != JsonValueKind.Array)
        {
            throw new ScenarioException(path, $"must be a list, is {Name(value)}");
        }

        return [.. value.EnumerateArray().Select((item, index) => read($"{path}[{index}]", item))];
    }

    private static bool IsPlain(string key) => key.Length > 0 && key.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-');

    private static string Quoted(string key) => "\"" + string.Concat(key.Select(c => char.IsControl(c) || c == '"' ? '?' : c)) + "\"";

    private static string Name(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "a list",
        JsonValueKind.String => "a text",
        JsonValueKind.Null => "null",
        _ => value.GetRawText(),
    };
}
