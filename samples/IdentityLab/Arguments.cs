namespace IdentityLab;

/// <summary>The words after a command: options with one value each.</summary>
internal sealed class Arguments
{
    private readonly Dictionary<string, string> values = new(StringComparer.Ordinal);

    public Arguments(string command, ReadOnlySpan<string> words, IReadOnlyCollection<string> known)
    {
        for (var i = 0; i < words.Length; i += 2)
        {
            var name = words[i];
            if (!known.Contains(name))
            {
                throw new LabException($"{command} has no option '{name}'. See --help.");
            }

            if (i + 1 == words.Length || words[i + 1].Length == 0 || words[i + 1].StartsWith("--", StringComparison.Ordinal))
            {
                throw new LabException($"{name} needs a value.");
            }

            if (!values.TryAdd(name, words[i + 1]))
            {
                throw new LabException($"{name} is given twice.");
            }
        }

        Command = command;
    }

    public string Command { get; }

    public string? this[string name] => values.GetValueOrDefault(name);

    public string Required(string name) => this[name] ?? throw new LabException($"{Command} needs {name}. See --help.");

    public IReadOnlyList<string> List(string name) =>
        this[name]?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];

    public int Whole(string name, int otherwise, int least, int most)
    {
        if (this[name] is not { } text)
        {
            return otherwise;
        }

        return int.TryParse(text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number
            : throw new LabException(System.FormattableString.Invariant($"{name} is '{text}'; it must be a whole number from {least} to {most}."));
    }

    public double Number(string name, double otherwise, double over, double under)
    {
        if (this[name] is not { } text)
        {
            return otherwise;
        }

        return double.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var number) && number > over && number < under
            ? number
            : throw new LabException(System.FormattableString.Invariant($"{name} is '{text}'; it must be a number over {over} and under {under}."));
    }
}
