using System.Security.Cryptography;
using System.Text;

namespace OmniChannel.Channels.Twilio;

/// <summary>The parameters of a webhook, whichever way they travelled.</summary>
internal static class TwilioForm
{
    private const int MaxRaw = 64 * 1024;

    /// <summary>The query of a GET, the form of a POST; nothing for a body of another type.</summary>
    /// <exception cref="MalformedWebhookException">The form is broken.</exception>
    public static WebhookValues Read(WebhookRequest request) =>
        request.Method == "GET" ? request.Query : IsForm(request) ? request.Form().Fields : WebhookValues.Empty;

    public static bool IsForm(WebhookRequest request)
    {
        var type = request.Headers["Content-Type"].AsSpan();
        var end = type.IndexOf(';');
        return (end < 0 ? type : type[..end]).Trim().Equals("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase);
    }

    public static UnknownEvent Unknown(WebhookRequest request, WebhookValues fields, string reason)
    {
        var raw = request.Method == "GET" ? Encoding.UTF8.GetBytes(request.Url.Query) : request.Body.Span;
        var seed = Encoding.UTF8.GetBytes(request.Url.Query + "\n");
        return new()
        {
            DedupeKey = "unknown:" + Convert.ToHexString(SHA256.HashData([.. seed, .. raw])),
            Sender = fields["From"],
            OccurredAt = request.ReceivedAt,
            Reason = reason,
            Raw = Encoding.UTF8.GetString(raw[..Math.Min(raw.Length, MaxRaw)]),
        };
    }
}
