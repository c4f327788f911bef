namespace OmniChannel.Simulation.Explanations;

/// <summary>A decision of the routing core about a contact, with the numbers it was taken by.</summary>
public sealed record ContactDecision
{
    /// <summary>When.</summary>
    public required double At { get; init; }

    /// <summary>What it comes to: <c>chosen</c>, or why it waits, such as <c>allBusy</c> (the routing core's reasons).</summary>
    public required string Reason { get; init; }

    /// <summary>The same in words, in English and Japanese.</summary>
    public required Explanation Why { get; init; }

    /// <summary>The policy's code, such as <c>routing.longest-idle</c>; null where none was asked.</summary>
    public string? Policy { get; init; }

    /// <summary>Who got it, as group and number in the group from 1; null while it waits.</summary>
    public string? Agent { get; init; }

    /// <summary>Who would have been next; null when there was nobody.</summary>
    public string? RunnerUp { get; init; }

    /// <summary>Agents present.</summary>
    public required int Present { get; init; }

    /// <summary>Of those, agents with the skills and of the groups asked for.</summary>
    public required int Skilled { get; init; }

    /// <summary>Of those, agents with room.</summary>
    public required int Free { get; init; }

    /// <summary>Contacts of its class that go first.</summary>
    public required int Ahead { get; init; }
}
