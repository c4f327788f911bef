namespace OmniChannel.Engagement.Bots;

/// <summary>A text in English and Japanese.</summary>
public sealed record LocalText
{
    /// <summary>Sets both.</summary>
    public LocalText(string english, string japanese)
    {
        English = english;
        Japanese = japanese;
    }

    /// <summary>For every language but Japanese.</summary>
    public string English { get; }

    /// <summary>For Japanese.</summary>
    public string Japanese { get; }

    /// <summary>The text in a language.</summary>
    public string For(Locale locale) => locale.Language == "ja" ? Japanese : English;
}
