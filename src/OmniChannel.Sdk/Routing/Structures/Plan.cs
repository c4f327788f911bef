namespace OmniChannel.Routing.Structures;

/// <summary>A compiled requirement: a shape from the beginning and others after waits.</summary>
internal sealed class Plan
{
    public required int Id { get; init; }

    public required Shape[] Stages { get; init; }

    /// <summary>When each stage begins, in ticks after the work came into the queue; the first is 0.</summary>
    public required long[] After { get; init; }

    public required int Channel { get; init; }

    /// <summary>Lanes by queue, and in it by stage and class; -1 where there is none yet.</summary>
    public int[]?[] Lanes { get; set; } = [];
}
