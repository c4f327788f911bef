namespace OmniChannel.Engagement.Inputs;

/// <summary>A suggestion of the matcher is put aside.</summary>
internal sealed record ReviewCommand : CommandInput
{
    public required CustomerId First { get; init; }

    public required CustomerId Second { get; init; }

    public string? By { get; init; }

    public override Decision Execute(Turn turn)
    {
        var done = false;
        turn.Identify((ledger, facts) => done = ledger.Dismiss(First.Value, Second.Value, turn.Now, facts, By));
        return done ? Decision.Yes("review.dismissed") : Decision.No("review.unknown");
    }
}
