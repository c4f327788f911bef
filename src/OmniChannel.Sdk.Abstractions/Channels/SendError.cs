namespace OmniChannel.Channels;

/// <summary>A failed send, classified once, by the adapter.</summary>
public sealed record SendError
{
    /// <summary>What it means.</summary>
    public required SendErrorKind Kind { get; init; }

    /// <summary>The provider's code, such as <c>21610</c>; empty for none.</summary>
    public string Code { get; init; } = "";

    /// <summary>A short reason without addresses, bodies or secrets.</summary>
    public string Reason { get; init; } = "";

    /// <summary>How long to wait; null when the provider did not say.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>What a throttle covers.</summary>
    public ThrottleScope Scope { get; init; } = ThrottleScope.Account;
}
