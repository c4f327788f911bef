namespace OmniChannel.Storage;

/// <summary>What became of a commit.</summary>
public enum CommitOutcome
{
    /// <summary>All of it is durable.</summary>
    Committed,

    /// <summary>The head was another: nothing was written.</summary>
    HeadMoved,

    /// <summary>The lease epoch was another: nothing was written, and this writer has lost the workspace.</summary>
    LeaseLost,
}
