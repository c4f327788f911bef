namespace OmniChannel.Emulator.State;

/// <summary>The agent's end of a call.</summary>
public sealed record EmulatedAgentLeg
{
    /// <summary>The leg's own call SID.</summary>
    public required string Sid { get; init; }

    /// <summary>What was dialled.</summary>
    public required string Target { get; init; }

    /// <summary>The name of the phone, if it has one.</summary>
    public string? Name { get; init; }

    /// <summary><c>ringing</c>, <c>in-progress</c>, <c>completed</c>, <c>busy</c>, <c>no-answer</c> or <c>canceled</c>.</summary>
    public required string Status { get; init; }

    /// <summary>Never the target: records end up in logs.</summary>
    public override string ToString() => $"{Sid} {Status}";
}
