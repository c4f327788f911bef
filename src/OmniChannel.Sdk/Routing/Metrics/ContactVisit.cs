namespace OmniChannel.Routing.Metrics;

/// <summary>A contact in one queue, from coming into it: how long it waited, and what agents who took it from there spent on it.</summary>
internal sealed class ContactVisit
{
    public required long Contact { get; init; }

    public required string Queue { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>When it was answered or given up; null for neither.</summary>
    public DateTimeOffset? WaitEnded { get; set; }

    public bool IsAbandoned { get; set; }

    public TimeSpan Handled { get; set; }

    /// <summary>Since when an agent holds it; null for nobody.</summary>
    public DateTimeOffset? HeldSince { get; set; }

    public int Duplicates { get; set; }

    public void LetGo(DateTimeOffset at)
    {
        if (HeldSince is { } since)
        {
            Handled += at > since ? at - since : TimeSpan.Zero;
            HeldSince = null;
        }
    }
}
