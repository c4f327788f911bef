using OmniChannel.Webhooks;

namespace OmniChannel.Fakes;

/// <summary>Desks with a telephone provider whose every webhook says hello; its path is the id of the event.</summary>
internal static class TelDesk
{
    public static readonly ChannelAccountId Account = new(new("tel"), "main");

    /// <param name="store">The store; null for a new one.</param>
    /// <param name="respond">Called before an answer is written; may throw.</param>
    public static Task<TestDesk> OpenAsync(StoreDouble? store = null, Action? respond = null) => TestDesk.OpenAsync(
        omni => omni.AddChannel<WebhookDouble, WebhookDoubleOptions>("tel", "main", new()
        {
            Configure = o => (o.OnRespond, o.Parse) = (respond ?? o.OnRespond, request => [new MessageReceived
            {
                DedupeKey = request.Path, Sender = "+819011112222", OccurredAt = request.ReceivedAt, Content = [new TextContent("hello")],
            }]),
        }),
        store);

    public static Task<WebhookResponse> ReceiveAsync(TestDesk desk, string id) => desk.Omni.Inbound.ReceiveAsync(
        Account, new() { Method = "POST", Url = new("https://example.com/"), Path = id, ReceivedAt = desk.Time.GetUtcNow() });
}
