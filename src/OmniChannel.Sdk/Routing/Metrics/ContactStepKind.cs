using System.Diagnostics.CodeAnalysis;

namespace OmniChannel.Routing.Metrics;

/// <summary>What became of a contact at a moment.</summary>
[Experimental("OMNI001")]
public enum ContactStepKind
{
    /// <summary>It came into a queue: at first, or by a transfer or a rule.</summary>
    Queued,

    /// <summary>An agent took it.</summary>
    Answered,

    /// <summary>The agent holds it no more; it is not over.</summary>
    Released,

    /// <summary>The customer gave up before anybody took it.</summary>
    Abandoned,

    /// <summary>It turned out to be about what is under way already.</summary>
    Duplicate,

    /// <summary>It is over.</summary>
    Ended,
}
