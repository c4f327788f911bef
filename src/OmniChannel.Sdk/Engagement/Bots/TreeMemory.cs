namespace OmniChannel.Engagement.Bots;

/// <summary>What a tree bot remembers between turns.</summary>
internal sealed record TreeMemory
{
    public string Node { get; init; } = "";

    public int Misses { get; init; }

    /// <summary>True while the code is awaited.</summary>
    public bool Proving { get; init; }
}
