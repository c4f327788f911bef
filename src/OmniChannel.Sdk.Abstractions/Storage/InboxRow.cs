namespace OmniChannel.Storage;

/// <summary>An event that counted.</summary>
public sealed record InboxRow
{
    /// <summary>The primary key.</summary>
    public required InboxKey Key { get; init; }

    /// <summary>The journal row that it led to.</summary>
    public required long Sequence { get; init; }

    /// <summary>When, for the 30 days it is kept.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>What was answered, for a duplicate; empty for a plain 200.</summary>
    public ReadOnlyMemory<byte> Answer { get; init; }
}
