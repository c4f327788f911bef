namespace OmniChannel.Emulator.State;

/// <summary>One delivery to the application.</summary>
public sealed record EmulatedWebhook
{
    /// <summary>What it tells: <c>sms</c>, <c>receipt</c>, <c>call</c>, <c>agent</c> or <c>email</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>Where it went: path and query.</summary>
    public required string Target { get; init; }

    /// <summary>The HTTP status of the last attempt; 0 when nobody answered.</summary>
    public required int Status { get; init; }

    /// <summary>How many attempts were made.</summary>
    public required int Attempts { get; init; }

    /// <summary>When it ended.</summary>
    public required DateTimeOffset At { get; init; }
}
