using OmniChannel.Routing.Model;

namespace OmniChannel.Routing.Structures;

/// <summary>A queue as compiled.</summary>
internal sealed class QueueInfo
{
    public required string Name { get; init; }

    public required int Class { get; init; }

    public required bool Pull { get; init; }

    public required bool Heavy { get; init; }

    public required long OfferTimeout { get; init; }

    public required int ConcurrentOffers { get; init; }

    public required long DeclineCooldown { get; init; }

    public required double Ratio { get; init; }

    public required EscalationInfo[] Escalations { get; init; }

    /// <summary>The rule for when nobody who could ever take its work is present; null for none.</summary>
    public EscalationInfo? WhenNobody { get; init; }

    /// <summary>The earliest escalation by waiting, in ticks.</summary>
    public required long FirstEscalation { get; init; }

    /// <summary>The queue's own requirement.</summary>
    public int Plan { get; set; }

    /// <summary>The queue's own requirement for work of each channel that comes from other queues; empty where it names a channel.</summary>
    public int[] Plans { get; set; } = [];
}
