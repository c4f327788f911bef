using System.Text;

namespace OmniChannel.Channels.Email.Gateways;

/// <summary>Basic authentication (RFC 7617), as gateways send it for a webhook address with <c>user:password@</c> in it.</summary>
internal static class BasicCredentials
{
    private const string Scheme = "Basic ";

    public static WebhookVerdict Verify(WebhookRequest request, IReadOnlyList<string> credentials)
    {
        var header = request.Headers["Authorization"];
        if (!header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
        {
            return WebhookVerdict.Reject(WebhookRejection.MissingSignature, "Authorization is missing; write WebhookCredentials into the webhook's address");
        }

        var bytes = new byte[header.Length];
        return header.Length <= 2048 && Convert.TryFromBase64String(header[Scheme.Length..].Trim(), bytes, out var length)
            && WebhookSignature.SecretEquals(credentials, Encoding.UTF8.GetString(bytes, 0, length))
                ? WebhookVerdict.Accept
                : WebhookVerdict.Reject(WebhookRejection.BadSignature, "Authorization is none of WebhookCredentials");
    }
}
