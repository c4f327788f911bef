namespace OmniChannel.Channels.Twilio;

/// <summary>Twilio speaks regional languages only; a bare language gets its usual region.</summary>
internal static class VoiceLanguages
{
    public static string Tag(Locale locale, TwilioVoiceOptions options)
    {
        var tag = Effective(locale, options).Tag;
        return tag switch
        {
            "en" => "en-US",
            "ja" => "ja-JP",
            "ko" => "ko-KR",
            "zh" => "zh-CN",
            "pt" => "pt-BR",
            "da" => "da-DK",
            "sv" => "sv-SE",
            "nb" => "nb-NO",
            { Length: 2 } => $"{tag}-{tag.ToUpperInvariant()}",
            _ => tag,
        };
    }

    public static string Primary(Locale locale, TwilioVoiceOptions options) => Effective(locale, options).Language;

    /// <summary>A command without a locale speaks the account's language.</summary>
    private static Locale Effective(Locale locale, TwilioVoiceOptions options) => locale == default ? new(options.Language) : locale;
}
