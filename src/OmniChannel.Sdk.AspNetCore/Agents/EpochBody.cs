namespace OmniChannel.AspNetCore.Agents;

/// <summary>A command without content.</summary>
internal sealed record EpochBody
{
    /// <summary>The assignment epoch seen; null for whatever is held.</summary>
    public long? Epoch { get; set; }
}
