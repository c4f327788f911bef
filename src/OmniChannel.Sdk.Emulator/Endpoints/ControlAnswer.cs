namespace OmniChannel.Emulator.Endpoints;

/// <summary>The answer of a control request: the id of what was made, or what was wrong.</summary>
internal sealed record ControlAnswer
{
    public string? Id { get; init; }

    public string? Error { get; init; }
}
