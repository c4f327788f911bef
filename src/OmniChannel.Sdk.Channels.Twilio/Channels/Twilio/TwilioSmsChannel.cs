using System.Text;

namespace OmniChannel.Channels.Twilio;

/// <summary>SMS, and MMS where the sender can, through Twilio's Messages resource. Stateless and thread-safe.</summary>
public sealed class TwilioSmsChannel : IChannelAdapter<TwilioSmsOptions>, IWebhookReceiver<TwilioSmsOptions>
{
    private readonly HttpClient _http;

    /// <summary>Takes the client that calls the REST API; its time-out bounds a send. The caller disposes it.</summary>
    public TwilioSmsChannel(HttpClient http)
    {
        ArgumentNullException.ThrowIfNull(http);
        _http = http;
    }

    /// <inheritdoc/>
    public ChannelCapabilities Describe(ChannelAccount<TwilioSmsOptions> account)
    {
        ArgumentNullException.ThrowIfNull(account);
        return new()
        {
            DisplayName = "SMS",
            // "Messages resource" and error 21617 say 1,600 characters; UTF-16 units are the strictest reading of that word.
            Text = new(1600, LimitUnit.Utf16Units),
            // "Accepted content types for media": pictures up to 5 MB; other types are cut or refused by many carriers above 500 KB.
            Media = account.Options.SendsMedia ? new() { Kinds = [MediaKind.Image], MaxBytes = 5 * 1024 * 1024 } : null,
            // "Connection overrides": Twilio reads for 15 s at most.
            WebhookDeadline = TimeSpan.FromSeconds(15),
            MaxWebhookBytes = 64 * 1024,
            Receipts = [ReceiptKind.Accepted, ReceiptKind.Sent, ReceiptKind.Delivered, ReceiptKind.Failed],
            ReachableBy = [IdentifierType.Phone],
            SendsPerSecond = account.Options.SendsPerSecond,
        };
    }

    /// <inheritdoc/>
    public WebhookVerdict Verify(WebhookRequest request, ChannelAccount<TwilioSmsOptions> account)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(account);
        return TwilioSignature.Verify(request, account.Options.AuthTokens);
    }

    /// <inheritdoc/>
    public IReadOnlyList<ChannelEvent> Parse(WebhookRequest request, ChannelAccount<TwilioSmsOptions> account)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(account);
        return TwilioSmsEvents.Parse(request, account.Options);
    }

    /// <inheritdoc/>
    public Task<SendResult> SendAsync(OutboundMessage message, ChannelAccount<TwilioSmsOptions> account, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(message);
        ArgumentNullException.ThrowIfNull(account);
        var form = new List<KeyValuePair<string, string>> { new("To", message.To.SenderId) };
        Add(form, "From", account.Options.From);
        Add(form, "MessagingServiceSid", account.Options.MessagingServiceSid);
        Add(form, "StatusCallback", account.WebhookUrl?.AbsoluteUri);
        return Body(message.Contents, form)
            ? TwilioApi.PostAsync(_http, account.Options, "Messages.json", form, account.Time, cancellationToken)
            : Task.FromResult(SendResult.Failed(SendErrorKind.ContentRefused, "content-kind", "SMS carries text and media only"));
    }

    private static void Add(List<KeyValuePair<string, string>> form, string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            form.Add(new(name, value));
        }
    }

    /// <summary>Texts and captions become paragraphs of one body; false when a content is of another kind.</summary>
    private static bool Body(IReadOnlyList<MessageContent> contents, List<KeyValuePair<string, string>> form)
    {
        var body = new StringBuilder();
        foreach (var content in contents)
        {
            var text = content switch { TextContent t => t.Text, MediaContent m => m.Caption ?? "", _ => null };
            if (text is null)
            {
                return false;
            }

            if (content is MediaContent media)
            {
                form.Add(new("MediaUrl", media.Source.AbsoluteUri));
            }

            if (text.Length > 0)
            {
                body.Append(body.Length > 0 ? "\n" : "").Append(text);
            }
        }

        Add(form, "Body", body.ToString());
        return body.Length > 0 || contents.Any(c => c is MediaContent);
    }
}
