namespace OmniChannel.Fakes;

internal sealed record ShopRequest
{
    public required string Channel { get; init; }

    public required WebhookRequest Http { get; init; }

    public bool Accepted { get; init; }

    public IReadOnlyList<ChannelEvent> Events { get; init; } = [];

    public string Field(string name) => Http.Form().Fields[name];

    public bool Is(SignalKind signal) => Events is [SignalReceived { Signal: var s }] && s == signal;
}
