namespace OmniChannel.Storage.Sqlite.WriteBehind;

/// <summary>
/// How much is held back before it is written to the tables. Larger generations write a page less often and hold more memory: two of them
/// are in memory at a time.
/// </summary>
internal sealed record GenerationLimits
{
    /// <summary>State rows, inbox rows and timeline entries together.</summary>
    public int Items { get; init; } = 196_608;

    /// <summary>Bytes of redo rows.</summary>
    public long Bytes { get; init; } = 32 << 20;

    /// <summary>Time between its first commit and its last: a quiet workspace's tables are not left behind for ever.</summary>
    public TimeSpan Age { get; init; } = TimeSpan.FromHours(1);
}
