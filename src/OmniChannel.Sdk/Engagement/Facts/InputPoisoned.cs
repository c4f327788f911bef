namespace OmniChannel.Engagement.Facts;

/// <summary>An input whose step threw. It changed nothing else; what it carried is in the payload.</summary>
internal sealed record InputPoisoned : EngineFact
{
    /// <summary>Type of the exception and the step; no message, which might quote the input.</summary>
    public required string Reason { get; init; }
}
