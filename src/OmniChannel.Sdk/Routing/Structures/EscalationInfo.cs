namespace OmniChannel.Routing.Structures;

/// <summary>An escalation as compiled.</summary>
internal sealed class EscalationInfo
{
    public required int To { get; init; }

    /// <summary>The class it gets; -1 keeps it.</summary>
    public required int Class { get; init; }

    public required long After { get; init; }

    public required int WhenWaiting { get; init; }

    public required bool WhenNobody { get; init; }

    public required int AfterRefusals { get; init; }
}
