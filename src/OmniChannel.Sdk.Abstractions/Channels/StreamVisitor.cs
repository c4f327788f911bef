namespace OmniChannel.Channels;

/// <summary>An authenticated visitor of a stream channel.</summary>
public sealed record StreamVisitor
{
    /// <summary>The sender id on the account.</summary>
    public required string SenderId { get; init; }

    /// <summary>What a signed-in session or a device adds.</summary>
    public IReadOnlyList<IdentifierEvidence> Evidence { get; init; } = [];

    /// <summary>The visitor's language; null when unknown.</summary>
    public Locale? Locale { get; init; }

    /// <summary>The sender is personal and stays out of logs.</summary>
    public override string ToString() => nameof(StreamVisitor);
}
