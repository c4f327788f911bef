using System.Collections.Concurrent;

namespace OmniChannel;

/// <summary>The sentences behind explanation codes. A package adds its own at start-up; adding twice replaces. Thread-safe.</summary>
public static class ExplanationTexts
{
    private static readonly ConcurrentDictionary<string, (string English, string Japanese)> Texts = new(StringComparer.Ordinal);

    /// <summary>Adds the sentences of one code; <c>{name}</c> stands for an argument.</summary>
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

        var text = locale.Language == "ja" ? texts.Japanese : texts.English;
        foreach (var (name, value) in arguments)
        {
            text = text.Replace("{" + name + "}", value, StringComparison.Ordinal);
        }

        return text;
    }
}
