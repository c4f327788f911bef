using OmniChannel.Channels.Email.Gateways;
using OmniChannel.Channels.Email.Inbound;
using OmniChannel.Channels.Email.Outbound;

namespace OmniChannel.Channels.Email;

/// <summary>E-mail: SMTP or SendGrid out, Postmark or SendGrid in. Stateless and thread-safe.</summary>
/// <remarks>
/// Anybody can write any From address, and the sender id decides whose conversation a mail joins. So a sender id is the bare address,
/// lower-cased, only when the gateway says that SPF or DKIM passed for the address's domain; the address is then observed evidence. Else the
/// sender id is <c>unverified:</c> and the address, a different person to the engine: the address is a claim, no reference to an earlier
/// message is passed on, and <see cref="SendAsync"/> refuses to answer unless <see cref="EmailOptions.ReplyToUnverified"/> says otherwise,
/// because a claim must not choose where something is sent. Reply-To is ignored for the same reason.
/// </remarks>
public sealed class EmailChannel : IChannelAdapter<EmailOptions>, IWebhookReceiver<EmailOptions>, INamesMessages<EmailOptions>
{
    private readonly HttpClient _http;

    /// <summary>Takes the client that calls SendGrid; its time-out bounds a send. The caller disposes it.</summary>
    public EmailChannel(HttpClient http)
    {
        ArgumentNullException.ThrowIfNull(http);
        _http = http;
    }

    /// <inheritdoc/>
    public ChannelCapabilities Describe(ChannelAccount<EmailOptions> account)
    {
        ArgumentNullException.ThrowIfNull(account);
        return new()
        {
            Medium = ChannelMedium.Mail,
            DisplayName = "E-mail",
            Text = new(1_000_000, LimitUnit.Utf16Units),
            Threads = true,
            PartsPerCall = 20,
            // Postmark's "Inbound webhook": 35 MB with attachments; SendGrid's "Inbound Parse": 30 MB.
            MaxWebhookBytes = 40 * 1024 * 1024,
            Receipts = account.Options.Inbound == EmailGateway.None
                ? []
                : [ReceiptKind.Accepted, ReceiptKind.Delivered, ReceiptKind.Read, ReceiptKind.Failed],
            ReachableBy = [IdentifierType.Email],
            SendsPerSecond = account.Options.SendsPerSecond,
        };
    }

    /// <inheritdoc/>
    public WebhookVerdict Verify(WebhookRequest request, ChannelAccount<EmailOptions> account)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(account);
        var options = account.Options;
        return options.Inbound switch
        {
            EmailGateway.Postmark => BasicCredentials.Verify(request, options.WebhookCredentials),
            EmailGateway.SendGrid when options.WebhookKeys.Length > 0 && (SendGridSignature.IsSigned(request) || options.WebhookCredentials.Length == 0) =>
                SendGridSignature.Verify(request, options.WebhookKeys, options.SignatureTolerance),
            EmailGateway.SendGrid => BasicCredentials.Verify(request, options.WebhookCredentials),
            _ => WebhookVerdict.Reject(WebhookRejection.Forbidden, "Inbound names no gateway"),
        };
    }

    /// <inheritdoc/>
    public IReadOnlyList<ChannelEvent> Parse(WebhookRequest request, ChannelAccount<EmailOptions> account)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(account);
        return account.Options.Inbound == EmailGateway.Postmark
            ? PostmarkWebhook.Parse(request, account.Options)
            : SendGridWebhook.Parse(request, account.Options);
    }

    /// <inheritdoc/>
    public string? IdOf(OutboundMessage message, ChannelAccount<EmailOptions> account)
    {
        ArgumentNullException.ThrowIfNull(message);
        ArgumentNullException.ThrowIfNull(account);
        return MailIds.For(message, account.Options);
    }

    /// <inheritdoc/>
    /// <remarks>
    /// The mail's Message-ID is the same for every attempt. A cancelled call throws; it counts as ambiguous, and after DATA it is.
    /// </remarks>
    public Task<SendResult> SendAsync(OutboundMessage message, ChannelAccount<EmailOptions> account, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(message);
        ArgumentNullException.ThrowIfNull(account);
        if (!SenderId.TryAddress(message.To.SenderId, account.Options.ReplyToUnverified, out var address, out var refusal))
        {
            return Task.FromResult(refusal);
        }

        if (MailComposer.Compose(message, account, address) is not { } mail)
        {
            return Task.FromResult(SendResult.Failed(SendErrorKind.ContentRefused, "content-kind", "E-mail carries text only, and some"));
        }

        return account.Options.Outbound == EmailOutbound.SendGrid
            ? SendGridApi.SendAsync(_http, account, mail, cancellationToken)
            : SmtpSubmission.SendAsync(account, mail, cancellationToken);
    }
}
