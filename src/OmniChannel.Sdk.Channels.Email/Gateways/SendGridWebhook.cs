using System.Text.Json;
using OmniChannel.Channels.Email.Inbound;

namespace OmniChannel.Channels.Email.Gateways;

/// <summary>SendGrid's webhooks: a form is a received mail, a JSON array is events of sent ones.</summary>
internal static class SendGridWebhook
{
    public static IReadOnlyList<ChannelEvent> Parse(WebhookRequest request, EmailOptions options)
    {
        if (!request.Headers["Content-Type"].Contains("json", StringComparison.OrdinalIgnoreCase))
        {
            return SendGridInbound.Read(GatewayForm.Read(request), request, options);
        }

        using var json = request.Json();
        return json.RootElement.ValueKind == JsonValueKind.Array
            ? [.. json.RootElement.EnumerateArray().Select(e => SendGridEvents.Read(e, request, options))]
            : [UnknownMail.Event(request, "No array of events")];
    }
}
