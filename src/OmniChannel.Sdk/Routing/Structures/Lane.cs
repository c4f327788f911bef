namespace OmniChannel.Routing.Structures;

/// <summary>What does not change of a lane.</summary>
internal sealed class Lane
{
    public required int Id { get; init; }

    public required Shape Shape { get; init; }

    public required int Plan { get; init; }

    public required int Stage { get; init; }

    public required int Queue { get; init; }

    public required int Class { get; init; }

    public required bool Pull { get; init; }
}
