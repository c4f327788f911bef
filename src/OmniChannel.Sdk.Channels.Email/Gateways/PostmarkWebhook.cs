namespace OmniChannel.Channels.Email.Gateways;

/// <summary>Postmark's webhooks: received mail, or an event of a sent one, told apart by <c>RecordType</c>.</summary>
internal static class PostmarkWebhook
{
    public static IReadOnlyList<ChannelEvent> Parse(WebhookRequest request, EmailOptions options)
    {
        using var json = request.Json();
        return GatewayJson.Text(json.RootElement, "RecordType") is "" or "Inbound"
            ? PostmarkInbound.Read(json.RootElement, request, options)
            : [PostmarkEvents.Read(json.RootElement, request, options)];
    }
}
