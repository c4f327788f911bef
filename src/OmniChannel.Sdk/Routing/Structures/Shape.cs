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

    public bool Fits(BitMatrix traits, int profile) =>
        Array.TrueForAll(Required, trait => traits.Has(profile, trait)) && !Array.Exists(Excluded, trait => traits.Has(profile, trait))
        && (Teams.Length == 0 || Array.Exists(Teams, trait => traits.Has(profile, trait)));
}
