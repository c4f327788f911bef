namespace OmniChannel.Routing.Structures;

/// <summary>What was learned of a skill.</summary>
internal struct SkillRow
{
    /// <summary>The part of the work that asks for it that had to wait, smoothed.</summary>
    public double Waits;
}
