namespace OmniChannel.Hosting;

/// <summary>How the engines of a host are.</summary>
public sealed record EngineStatus
{
    /// <summary>True when every workspace is loaded and takes inputs.</summary>
    public required bool IsReady { get; init; }

    /// <summary>Why an engine stopped; null while all run.</summary>
    public string? Failure { get; init; }

    /// <summary>Inputs, batches and effects under way.</summary>
    public required long Pending { get; init; }

    /// <summary>
    /// Customer records that could not be compared with the others in several attempts; each is tried again after a day, or at the next start.
    /// The log names them.
    /// </summary>
    /// <value>0 when all were compared, and without <c>AddMatching</c>.</value>
    public int NotCompared { get; init; }

    /// <summary>When something will happen without anybody doing anything; null for never.</summary>
    public DateTimeOffset? NextDeadline { get; init; }
}
