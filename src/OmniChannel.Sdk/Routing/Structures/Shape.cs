namespace OmniChannel.Routing.Structures;

/// <summary>What one ring of a requirement comes to: rows of <see cref="IdleOrder"/> that an agent must or must not be in.</summary>
internal sealed class Shape
{
    public required int Id { get; init; }

    public required int Channel { get; init; }

    /// <summary>Traits every agent must have.</summary>
    public required int[] Required { get; init; }

    /// <summary>Traits no agent may have.</summary>
    public required int[] Excluded { get; init; }

    /// <summary>Teams, one of which an agent must be in; empty for any.</summary>
    public required int[] Teams { get; init; }

    /// <summary>Rows to and, in the order to try them; the first that has anybody decides.</summary>
    public required int[][] Tiers { get; init; }

    /// <summary>Rows to and-not.</summary>
    public required int[] ExcludedRows { get; init; }

    /// <summary>Skills whose levels count for the most capable.</summary>
    public required int[] Skills { get; init; }

    public bool Fits(AgentProfileInfo profile)
    {
        foreach (var trait in Required)
        {
            if (!profile.Has(trait))
            {
                return false;
            }
        }

        foreach (var trait in Excluded)
        {
            if (profile.Has(trait))
            {
                return false;
            }
        }

        return Teams.Length == 0 || Array.Exists(Teams, profile.Has);
    }
}
