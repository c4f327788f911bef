namespace OmniChannel.Routing.Rows;

/// <summary>Work that asks for a skill was given to somebody: how scarce the skill is by now.</summary>
internal sealed record SkillPriced : RoutingFact
{
    public required string Skill { get; init; }

    /// <summary>The part of the work that asks for it that had to wait, smoothed, 0 to 1.</summary>
    public required double Waits { get; init; }
}
