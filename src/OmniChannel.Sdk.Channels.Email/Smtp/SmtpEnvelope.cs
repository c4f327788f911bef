using System.Text;
using OmniChannel.Channels.Email.Mime;

namespace OmniChannel.Channels.Email.Smtp;

/// <summary>Who the servers are told about, checked so that no address can carry a command of its own.</summary>
internal sealed class SmtpEnvelope
{
    /// <param name="sender">The bounce address; empty for the null sender, which automatic answers use.</param>
    /// <param name="recipients">At least one.</param>
    /// <exception cref="ArgumentException">An address is not a valid mailbox. The text names no value.</exception>
    public SmtpEnvelope(string sender, IReadOnlyList<string> recipients)
    {
        ArgumentNullException.ThrowIfNull(sender);
        ArgumentNullException.ThrowIfNull(recipients);
        if ((sender.Length > 0 && !AddrSpec.IsValid(sender)) || recipients.Count == 0 || !recipients.All(AddrSpec.IsValid))
        {
            throw new ArgumentException("The envelope needs recipients, and every address must be a valid mailbox.");
        }

        Sender = sender;
        Recipients = recipients;
    }

    public string Sender { get; }

    public IReadOnlyList<string> Recipients { get; }

    /// <summary>An address is beyond ASCII, so the server must know SMTPUTF8 (RFC 6531).</summary>
    public bool NeedsSmtpUtf8 => !Ascii.IsValid(Sender) || Recipients.Any(r => !Ascii.IsValid(r));
}
