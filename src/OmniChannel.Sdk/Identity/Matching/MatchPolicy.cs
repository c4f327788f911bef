using System.Diagnostics.CodeAnalysis;

namespace OmniChannel.Identity.Matching;

/// <summary>What the engine does with records that the matcher takes for one person's.</summary>
[Experimental("OMNI001")]
public enum MatchPolicy
{
    /// <summary>They go to the review list, for a person to decide.</summary>
    Suggest,

    /// <summary>Over the threshold they are tied at once, as observed and not as proved: limits, verdicts and consent hold. The rest goes to the review list.</summary>
    Link,
}
