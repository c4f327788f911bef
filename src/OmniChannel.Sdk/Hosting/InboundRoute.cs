namespace OmniChannel.Hosting;

/// <summary>Who gets what comes in.</summary>
internal sealed record InboundRoute
{
    public BotName Bot { get; init; }

    public QueueName Queue { get; init; }
}
