namespace OmniChannel.Identity;

/// <summary>How a person's decision on customers is taken.</summary>
public sealed record IdentityChangeOptions
{
    /// <summary>Who decides, as histories show it; null for nobody named.</summary>
    public string? By { get; init; }

    /// <summary>True to be told what would change, and change nothing.</summary>
    public bool DryRun { get; init; }
}
