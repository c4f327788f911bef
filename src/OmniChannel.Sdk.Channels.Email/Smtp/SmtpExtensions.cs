using System.Globalization;

namespace OmniChannel.Channels.Email.Smtp;

/// <summary>What the server offered in its reply to EHLO.</summary>
internal sealed record SmtpExtensions
{
    public bool StartTls { get; init; }

    public bool EightBitMime { get; init; }

    public bool SmtpUtf8 { get; init; }

    /// <summary>Largest message in bytes; 0 when the server did not say (RFC 1870).</summary>
    public long MaxSize { get; init; }

    public bool SupportsSize { get; init; }

    public IReadOnlySet<string> AuthMechanisms { get; init; } = new HashSet<string>(StringComparer.OrdinalIgnoreCase);

    public static SmtpExtensions Parse(SmtpReply reply)
    {
        var result = new SmtpExtensions();
        var mechanisms = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var line in reply.Lines.Skip(1))
        {
            // "AUTH=LOGIN" is an old form some servers still add
            var words = line.Split([' ', '='], StringSplitOptions.RemoveEmptyEntries);
            switch (words.FirstOrDefault()?.ToUpperInvariant())
            {
                case "STARTTLS":
                    result = result with { StartTls = true };
                    break;
                case "8BITMIME":
                    result = result with { EightBitMime = true };
                    break;
                case "SMTPUTF8":
                    result = result with { SmtpUtf8 = true };
                    break;
                case "SIZE":
                    result = result with { SupportsSize = true, MaxSize = Number(words.ElementAtOrDefault(1)) };
                    break;
                case "AUTH":
                    mechanisms.UnionWith(words.Skip(1));
                    break;
            }
        }

        return result with { AuthMechanisms = mechanisms };
    }

    private static long Number(string? word) =>
        long.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
