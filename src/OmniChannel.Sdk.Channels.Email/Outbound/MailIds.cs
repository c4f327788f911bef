using System.Security.Cryptography;
using System.Text;

namespace OmniChannel.Channels.Email.Outbound;

/// <summary>Message-IDs of our own (RFC 5322 section 3.6.4), without angle brackets: <c>omni.</c>, 32 hexadecimal digits, the From domain.</summary>
internal static class MailIds
{
    private const string Prefix = "omni.";
    private const int HashLength = 32;

    /// <summary>
    /// The same for every attempt, another for every part. Our random id of the message is in it besides the key: a reference to a
    /// Message-ID joins a conversation, so nobody may compute one from a key such as an order number.
    /// </summary>
    public static string For(OutboundMessage message, EmailOptions options)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{message.To.Account}\n{message.Id}\n{message.IdempotencyKey}"));
        return Prefix + Convert.ToHexStringLower(hash)[..HashLength] + Domain(options);
    }

    public static bool IsOurs(string? id, EmailOptions options) =>
        id is not null && id.StartsWith(Prefix, StringComparison.Ordinal) && id.Length == Prefix.Length + HashLength + Domain(options).Length
        && id.EndsWith(Domain(options), StringComparison.OrdinalIgnoreCase);

    private static string Domain(EmailOptions options) => options.From[options.From.LastIndexOf('@')..].ToLowerInvariant();
}
