using System.Security.Cryptography;
using System.Text;

namespace OmniChannel.Channels.Email.Inbound;

/// <summary>Keeps what nobody could read.</summary>
internal static class UnknownMail
{
    private const int MaxRaw = 64 * 1024;

    public static UnknownEvent Event(WebhookRequest request, string reason) => Event(request, reason, request.Body.Span);

    public static UnknownEvent Event(WebhookRequest request, string reason, ReadOnlySpan<byte> raw) => new()
    {
        DedupeKey = "unknown:" + Convert.ToHexStringLower(SHA256.HashData(raw)),
        Sender = "",
        OccurredAt = request.ReceivedAt,
        Reason = reason,
        Raw = Encoding.UTF8.GetString(raw[..Math.Min(raw.Length, MaxRaw)]),
    };
}
