using System.Globalization;
using OmniChannel.Emulator.Webhooks;

namespace OmniChannel.Emulator.Twilio;

/// <summary>Signs and posts what Twilio posts.</summary>
internal sealed class TwilioWebhooks(WebhookSender sender, ApplicationAddress application, TimeProvider time)
{
    private const string ApiVersion = "2010-04-01";

    public Task<WebhookReply> PostAsync(
        string kind, EmulatorAccount account, Uri url, IReadOnlyList<KeyValuePair<string, string>> fields, CancellationToken cancellationToken)
    {
        var target = application.Resolve(url);
        KeyValuePair<string, string>[] form = [new("AccountSid", account.Sid), new("ApiVersion", ApiVersion), .. fields];
        return sender.SendAsync(
            new()
            {
                Kind = kind,
                Url = target,
                Content = () => new FormUrlEncodedContent(form),
                Headers = [new(TwilioSigner.HeaderName, TwilioSigner.Sign(account.AuthToken, target.AbsoluteUri.Split('#')[0], form))],
            },
            cancellationToken);
    }

    /// <summary>RFC 2822, UTC, as progress reports carry it.</summary>
    public string Timestamp() => time.GetUtcNow().ToString("ddd, dd MMM yyyy HH:mm:ss '+0000'", CultureInfo.InvariantCulture);
}
