using System.Text;

namespace OmniChannel.Channels.Email.Smtp;

/// <summary>Takes addresses out of what a server says, so that the words may be logged and stored.</summary>
internal static class SmtpText
{
    private const int MaxLength = 500;
    private const int ShortestLocalPart = 3;
    private const string Mask = "[address]";

    public static string Scrub(SmtpReply reply, SmtpEnvelope envelope, string? userName)
    {
        var text = string.Join(' ', reply.Lines);
        text = text.Length > MaxLength * 4 ? text[..(MaxLength * 4)] : text;
        foreach (var secret in Secrets(envelope, userName))
        {
            text = text.Replace(secret, Mask, StringComparison.OrdinalIgnoreCase);
        }

        var clean = new StringBuilder();
        foreach (var word in text.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries))
        {
            // "<a@b>:" or "rfc822;a@b" whole: half an address is still one
            clean.Append(clean.Length > 0 ? " " : "").Append(word.Contains('@', StringComparison.Ordinal) ? Mask : Printable(word));
        }

        return clean.Length > MaxLength ? clean.ToString(0, MaxLength) : clean.ToString();
    }

    private static IEnumerable<string> Secrets(SmtpEnvelope envelope, string? userName)
    {
        var addresses = envelope.Recipients.Append(envelope.Sender).Where(a => a.Length > 0).ToList();
        var locals = addresses.Select(a => a[..a.LastIndexOf('@')].Trim('"'));
        return addresses.Concat(locals).Append(userName ?? "").Where(s => s.Length >= ShortestLocalPart).OrderByDescending(s => s.Length);
    }

    private static string Printable(string word) =>
        word.Any(c => char.IsControl(c) || char.IsSurrogate(c)) ? "?" : word;
}
