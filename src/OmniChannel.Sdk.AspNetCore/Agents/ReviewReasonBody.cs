namespace OmniChannel.AspNetCore.Agents;

/// <summary>What one field says; no value of it.</summary>
internal sealed record ReviewReasonBody
{
    /// <summary>The field, or two that go together (<c>a ~ b</c>), or <c>household</c>.</summary>
    public required string Field { get; init; }

    /// <summary>How the two compare in it, such as <c>equal</c>, <c>one edit</c> or <c>different</c>.</summary>
    public required string Level { get; init; }

    /// <summary>True when it speaks for one person.</summary>
    public required bool SpeaksFor { get; init; }
}
