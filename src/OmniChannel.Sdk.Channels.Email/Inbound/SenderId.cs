using System.Diagnostics.CodeAnalysis;
using OmniChannel.Channels.Email.Mime;

namespace OmniChannel.Channels.Email.Inbound;

/// <summary>From an address to a sender id and back: an address that nobody proved is another sender than the same address proved.</summary>
internal static class SenderId
{
    private const string Unverified = "unverified:";

    public static string Of(string address, bool proved) => (proved ? "" : Unverified) + address.ToLowerInvariant();

    public static bool TryAddress(string senderId, bool takesUnverified, out string address, [NotNullWhen(false)] out SendResult? refusal)
    {
        refusal = null;
        address = senderId;
        if (senderId.StartsWith(Unverified, StringComparison.Ordinal))
        {
            address = senderId[Unverified.Length..];
            refusal = takesUnverified
                ? null
                : SendResult.Failed(SendErrorKind.Permanent, "unverified-sender", "The sender's address was never proved; see ReplyToUnverified");
        }

        if (refusal is null && !AddrSpec.IsValid(address))
        {
            refusal = SendResult.Failed(SendErrorKind.Unreachable, "bad-address", "The recipient is no valid mailbox");
        }

        return refusal is null;
    }
}
