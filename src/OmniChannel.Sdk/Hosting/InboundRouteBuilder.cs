namespace OmniChannel.Hosting;

/// <summary>Says who gets what comes in.</summary>
public sealed class InboundRouteBuilder
{
    internal InboundRoute Route { get; private set; } = new();

    /// <summary>A bot greets, and hands over to a queue.</summary>
    public InboundRouteBuilder Default(string bot, string thenQueue)
    {
        Route = new() { Bot = new(bot), Queue = new(thenQueue) };
        return this;
    }

    /// <summary>Everything goes to a queue.</summary>
    public InboundRouteBuilder DefaultQueue(string queue)
    {
        Route = new() { Queue = new(queue) };
        return this;
    }
}
