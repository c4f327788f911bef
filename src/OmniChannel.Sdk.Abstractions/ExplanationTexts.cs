using System.Collections.Concurrent;

namespace OmniChannel;

/// <summary>The sentences behind explanation codes. A package adds its own at start-up; adding twice replaces. Thread-safe.</summary>
public static class ExplanationTexts
{
    private static readonly ConcurrentDictionary<string, (string English, string Japanese)> Texts = new(StringComparer.Ordinal);

    private const string Term = "term.";

    /// <summary>
    /// Adds the sentences of one code; <c>{name}</c> stands for an argument, <c>[name=value|then|else]</c> for the one or the other, such as singular and
    /// plural, and <c>[name~part|then|else]</c> asks whether the argument has a part. The code <c>term.email</c> adds a word instead: it is said where an
    /// argument that names a channel, a type of identifier or a source (<c>channel</c>, <c>type</c>, <c>other</c>, <c>by</c>, <c>assurance</c>, <c>limit</c>) has the value <c>email</c>.
    /// </summary>
    public static void Add(string code, string english, string japanese)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(code);
        Texts[code] = (english, japanese);
    }

    internal static string Render(string code, IReadOnlyDictionary<string, string> arguments, Locale locale)
    {
        if (!Texts.TryGetValue(code, out var texts))
        {
            return code;
        }

        var text = ExplanationTemplate.Choose(In(locale, texts), arguments);
        foreach (var (name, value) in arguments)
        {
            text = text.Replace("{" + name + "}", Word(name, value, locale), StringComparison.Ordinal);
        }

        return text;
    }

    private static string Word(string name, string value, Locale locale) =>
        name is "channel" or "type" or "other" or "by" or "assurance" or "limit" && Texts.TryGetValue(Term + value, out var word) ? In(locale, word) : value;

    private static string In(Locale locale, (string English, string Japanese) texts) => locale.Language == "ja" ? texts.Japanese : texts.English;
}
