using OmniChannel.Emulator.State;

namespace OmniChannel.Emulator.Endpoints;

/// <summary>The body of any control request; each endpoint reads what it needs.</summary>
internal sealed record ControlRequest
{
    public string? From { get; init; }

    public string? FromName { get; init; }

    public string? To { get; init; }

    public string? Subject { get; init; }

    public string? Text { get; init; }

    public string? Digits { get; init; }

    public EmulatedOutage? Sms { get; init; }

    public EmulatedOutage? Mail { get; init; }

    public bool? Duplicates { get; init; }

    public override string ToString() => nameof(ControlRequest);
}
