namespace OmniChannel.Channels.Email.Mime;

/// <summary>A value with parameters, as Content-Type and Content-Disposition have: lower-case value, names without case.</summary>
internal sealed class ParameterizedValue(string value, IReadOnlyDictionary<string, string> parameters)
{
    public string Value { get; } = value;

    public string? this[string name] => parameters.GetValueOrDefault(name);

    public static ParameterizedValue Parse(string text)
    {
        var position = 0;
        var value = ParameterScanner.ReadUntil(text, ref position, ";").Trim().ToLowerInvariant();
        var parameters = new ParameterCollector();
        while (position < text.Length && parameters.HasRoom)
        {
            position++; // the semicolon
            var name = ParameterScanner.ReadUntil(text, ref position, "=;").Trim();
            if (position >= text.Length || text[position] == ';')
            {
                continue;
            }

            position++; // the equals sign
            var parameter = ParameterScanner.ReadUntil(text, ref position, ";").Trim();
            if (name.Length > 0)
            {
                parameters.Add(name.ToLowerInvariant(), parameter);
            }
        }

        return new ParameterizedValue(value, parameters.Collect());
    }
}
