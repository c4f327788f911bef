using System.Text;

namespace OmniChannel.Channels.Twilio;

/// <summary>
/// Reads STOP and START. With Advanced Opt-Out, Twilio says so itself in <c>OptOutType</c>; else the whole body must be one of the
/// keywords of its page "Twilio support for opt-out keywords", to which OPTOUT and REVOKE were added in 2025.
/// </summary>
internal static class TwilioOptOut
{
    private static readonly string[] Stop = ["STOP", "STOPALL", "UNSUBSCRIBE", "CANCEL", "END", "QUIT", "OPTOUT", "REVOKE"];
    private static readonly string[] Start = ["START", "UNSTOP", "YES"];

    /// <summary>True for allowed, false for forbidden, null when the message says neither.</summary>
    public static bool? Read(WebhookValues fields, TwilioSmsOptions options)
    {
        var type = fields["OptOutType"];
        if (type.Length > 0)
        {
            return type.ToUpperInvariant() switch { "STOP" => false, "START" => true, _ => null };
        }

        var body = Narrow(fields["Body"]).Trim();
        return Has(Stop, body) || Has(options.OptOutKeywords, body) ? false
            : Has(Start, body) || Has(options.OptInKeywords, body) ? true
            : null;
    }

    private static bool Has(string[] keywords, string body) =>
        Array.Exists(keywords, k => Narrow(k).Trim().Equals(body, StringComparison.OrdinalIgnoreCase) && body.Length > 0);

    /// <summary>Japanese phones type full-width letters; a customer who writes ＳＴＯＰ means it.</summary>
    private static string Narrow(string text) => Ascii.IsValid(text) ? text : string.Create(text.Length, text, static (span, source) =>
    {
        for (var i = 0; i < span.Length; i++)
        {
            var c = source[i];
            span[i] = c is >= '\uFF01' and <= '\uFF5E' ? (char)(c - 0xFEE0) : c == '\u3000' ? ' ' : c;
        }
    });
}
