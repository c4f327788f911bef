namespace OmniChannel.AspNetCore.Agents;

/// <summary>A reply or a note.</summary>
internal sealed record TextBody
{
    /// <summary>What to say.</summary>
    public required string Text { get; set; }

    /// <summary>The assignment epoch seen; null for whatever is held.</summary>
    public long? Epoch { get; set; }
}
