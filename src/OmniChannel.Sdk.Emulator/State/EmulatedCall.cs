namespace OmniChannel.Emulator.State;

/// <summary>One call from a customer's phone.</summary>
public sealed record EmulatedCall
{
    /// <summary>The call's SID.</summary>
    public required string Sid { get; init; }

    /// <summary>The customer's number.</summary>
    public required string From { get; init; }

    /// <summary>The application's number.</summary>
    public required string To { get; init; }

    /// <summary><c>ringing</c>, <c>in-progress</c>, and at the end <c>completed</c>, <c>no-answer</c> or <c>failed</c>.</summary>
    public required string Status { get; init; }

    /// <summary>
    /// What the caller notices: <c>ringing</c>, <c>speaking</c>, <c>listening</c> (keys or speech are wanted), <c>holding</c>,
    /// <c>connecting</c> (an agent's phone rings), <c>talking</c>, <c>ended</c>.
    /// </summary>
    public required string Phase { get; init; }

    /// <summary>What was heard, oldest first; the last hundred.</summary>
    public IReadOnlyList<EmulatedCallLine> Lines { get; init; } = [];

    /// <summary>The agent's end; null until somebody was dialled.</summary>
    public EmulatedAgentLeg? Agent { get; init; }

    /// <summary>When it began to ring.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>When the application answered; null until then.</summary>
    public DateTimeOffset? AnsweredAt { get; init; }

    /// <summary>When it ended; null while it lives.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>True until it ends.</summary>
    public bool IsLive => EndedAt is null;

    /// <summary>Never the numbers or the words: records end up in logs.</summary>
    public override string ToString() => $"{Sid} {Phase}";
}
