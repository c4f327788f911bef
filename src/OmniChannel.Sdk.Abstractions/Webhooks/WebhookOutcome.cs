namespace OmniChannel.Webhooks;

/// <summary>What became of a request's events, for a channel that answers with instructions.</summary>
public sealed record WebhookOutcome
{
    /// <summary>What the call should do next, in order; empty when nothing was decided in time (render a pause and a redirect).</summary>
    public IReadOnlyList<CallCommand> Commands { get; init; } = [];

    /// <summary>True when the same events were answered before; the commands are those of the first answer.</summary>
    public bool IsDuplicate { get; init; }
}
