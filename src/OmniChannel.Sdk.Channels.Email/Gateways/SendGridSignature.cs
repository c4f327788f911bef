using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace OmniChannel.Channels.Email.Gateways;

/// <summary>
/// The signature of SendGrid's Event Webhook and of Inbound Parse with a security policy ("Event Webhook security features", "Securing your
/// Inbound Parse webhooks"): ECDSA on P-256 over SHA-256 of the timestamp and the raw body, in DER and base 64.
/// </summary>
internal static class SendGridSignature
{
    public const string SignatureHeader = "X-Twilio-Email-Event-Webhook-Signature";
    public const string TimestampHeader = "X-Twilio-Email-Event-Webhook-Timestamp";
    private const string P256 = "1.2.840.10045.3.1.7";

    public static bool IsSigned(WebhookRequest request) => request.Headers.Contains(SignatureHeader);

    public static bool IsKey(string key)
    {
        using var ecdsa = Import(key);
        return ecdsa is not null;
    }

    public static WebhookVerdict Verify(WebhookRequest request, IReadOnlyList<string> keys, TimeSpan tolerance)
    {
        var (signature, timestamp) = (request.Headers[SignatureHeader], request.Headers[TimestampHeader]);
        if (signature.Length == 0 || timestamp.Length == 0)
        {
            return WebhookVerdict.Reject(WebhookRejection.MissingSignature, $"{SignatureHeader} or {TimestampHeader} is missing");
        }

        var given = new byte[256];
        if (signature.Length > 256 || !Convert.TryFromBase64String(signature, given, out var length) || !Matches(keys, request, timestamp, given.AsSpan(0, length)))
        {
            return WebhookVerdict.Reject(WebhookRejection.BadSignature, $"{SignatureHeader} matches none of WebhookKeys");
        }

        return IsFresh(timestamp, request.ReceivedAt, tolerance)
            ? WebhookVerdict.Accept
            : WebhookVerdict.Reject(WebhookRejection.StaleTimestamp, $"{TimestampHeader} is further from now than SignatureTolerance");
    }

    private static bool Matches(IReadOnlyList<string> keys, WebhookRequest request, string timestamp, ReadOnlySpan<byte> signature)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(timestamp));
        hash.AppendData(request.Body.Span);
        var digest = hash.GetHashAndReset();
        var found = false;
        foreach (var key in keys)
        {
            using var ecdsa = Import(key);
            found |= ecdsa is not null && ecdsa.VerifyHash(digest, signature, DSASignatureFormat.Rfc3279DerSequence);
        }

        return found;
    }

    private static bool IsFresh(string timestamp, DateTimeOffset now, TimeSpan tolerance) =>
        long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds <= uint.MaxValue
        && (now - DateTimeOffset.FromUnixTimeSeconds(seconds)).Duration() <= tolerance;

    private static ECDsa? Import(string key)
    {
        var bytes = new byte[256];
        if (key.Length > 256 || !Convert.TryFromBase64String(key, bytes, out var length))
        {
            return null;
        }

        var ecdsa = ECDsa.Create();
        try
        {
            ecdsa.ImportSubjectPublicKeyInfo(bytes.AsSpan(0, length), out _);
            if (ecdsa.ExportParameters(false).Curve.Oid.Value == P256)
            {
                return ecdsa;
            }
        }
        catch (CryptographicException)
        {
            // falls through: not a key
        }

        ecdsa.Dispose();
        return null;
    }
}
