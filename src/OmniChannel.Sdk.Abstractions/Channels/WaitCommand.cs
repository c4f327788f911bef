namespace OmniChannel.Channels;

/// <summary>Keeps the caller in the queue.</summary>
public sealed record WaitCommand : CallCommand
{
    /// <summary>The language to speak.</summary>
    public Locale Locale { get; init; }

    /// <summary>Place in the queue, 1 for the next; null when unknown.</summary>
    public int? Position { get; init; }

    /// <summary>Expected wait; null when unknown.</summary>
    public TimeSpan? ExpectedWait { get; init; }
}
