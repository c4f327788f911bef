using System.Globalization;

namespace RoutingLab;

/// <summary>A command's options as <c>--name value</c>; what nobody asks for is refused.</summary>
internal sealed class Arguments
{
    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);
    private readonly HashSet<string> _asked = new(StringComparer.Ordinal);

    public Arguments(IReadOnlyList<string> args)
    {
        for (var i = 0; i < args.Count; i += 2)
        {
            if (!args[i].StartsWith("--", StringComparison.Ordinal))
            {
                throw new UsageException($"'{args[i]}' is not an option; options begin with --");
            }

            if (i + 1 == args.Count)
            {
                throw new UsageException($"{args[i]}: needs a value");
            }

            if (!_values.TryAdd(args[i][2..], args[i + 1]))
            {
                throw new UsageException($"{args[i]}: is given twice");
            }
        }
    }

    public string? Text(string name)
    {
        _asked.Add(name);
        return _values.GetValueOrDefault(name);
    }

    public string Required(string name) => Text(name) ?? throw new UsageException($"--{name}: is missing");

    public double? Number(string name) => Text(name) is not { } text ? null
        : double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)
            ? number
            : throw new UsageException($"--{name}: must be a number, is '{text}'");

    public double RequiredNumber(string name)
    {
        Required(name);
        return Number(name)!.Value;
    }

    public bool Flag(string name) => Text(name) switch
    {
        null or "false" => false,
        "true" => true,
        var text => throw new UsageException($"--{name}: must be true or false, is '{text}'"),
    };

    public long? Whole(string name) => Text(name) is not { } text ? null
        : long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new UsageException($"--{name}: must be a whole number of at least 0, is '{text}'");

    /// <summary>Reads a file that an option names.</summary>
    public string File(string name)
    {
        var path = Required(name);
        try
        {
            return System.IO.File.ReadAllText(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new UsageException($"--{name}: cannot read '{path}'");
        }
    }

    public void RefuseOthers()
    {
        if (_values.Keys.FirstOrDefault(name => !_asked.Contains(name)) is { } other)
        {
            throw new UsageException($"--{other}: is not an option here; known: {string.Join(", ", _asked.Select(name => "--" + name))}");
        }
    }
}
