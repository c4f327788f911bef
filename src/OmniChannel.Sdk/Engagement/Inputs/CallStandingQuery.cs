namespace OmniChannel.Engagement.Inputs;

/// <summary>Where a live call stands: for a request that comes once more.</summary>
internal sealed record CallStandingQuery : QueryCommand<CallStandingQuery.Standing>
{
    public required string SessionId { get; init; }

    protected override Standing Ask(WorkspaceState state) =>
        state.ByCall(SessionId)?.Call is { } call ? new() { IsAsking = call.IsAsking, Said = call.Said ?? [] } : new();

    internal sealed record Standing
    {
        /// <summary>True while instructions are still to come.</summary>
        public bool IsAsking { get; init; }

        /// <summary>The last instructions; empty for none, or no such call.</summary>
        public ImmutableArray<CallCommand> Said { get; init; } = [];
    }
}
