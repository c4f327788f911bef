namespace OmniChannel;

/// <summary>A decision's reason as data: a stable code and its arguments, with a sentence in English and Japanese.</summary>
public sealed record Explanation
{
    /// <summary>The stable code, such as <c>routing.longest-idle</c>.</summary>
    public required string Code { get; init; }

    /// <summary>What the sentence needs, by name. Never an address or a message body.</summary>
    public IReadOnlyDictionary<string, string> Arguments { get; init; } = new Dictionary<string, string>();

    /// <summary>Makes an explanation from a code and alternating argument names and values.</summary>
    public static Explanation Of(string code, params ReadOnlySpan<(string Name, string Value)> arguments)
    {
        var map = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in arguments)
        {
            map[name] = value;
        }

        return new() { Code = code, Arguments = map };
    }

    /// <summary>One plain sentence; English where the language is unknown, the code itself where the sentence is.</summary>
    public string ToText(Locale locale) => ExplanationTexts.Render(Code, Arguments, locale);
}
