namespace OmniChannel.Routing.Rows;

/// <summary>What deciding one input gives to routing, and gets from it.</summary>
internal sealed class WorkTurn
{
    public required DateTimeOffset Now { get; init; }

    /// <summary>Work that comes with this input is numbered after this: the same whenever the same inputs are decided.</summary>
    public required long Order { get; init; }

    public required Func<long> NewId { get; init; }

    /// <summary>Facts are added here as they are made.</summary>
    public required List<object> Facts { get; init; }
}
