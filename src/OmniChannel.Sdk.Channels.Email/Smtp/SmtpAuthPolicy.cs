using System.Net;

namespace OmniChannel.Channels.Email.Smtp;

/// <summary>Where a password may be sent. The peer that was really reached decides, not the name in the settings.</summary>
internal static class SmtpAuthPolicy
{
    public static bool Allows(bool isEncrypted, IPAddress? peer, bool allowPlaintext) =>
        isEncrypted || allowPlaintext
        || (peer is not null && IPAddress.IsLoopback(peer.IsIPv4MappedToIPv6 ? peer.MapToIPv4() : peer));
}
