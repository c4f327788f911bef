namespace OmniChannel.Channels.Email.Mime;

/// <summary>
/// A mail text cut into what its writer wrote and what was quoted. <see cref="Original"/> is the whole text unchanged; when
/// cutting would leave nothing, nothing is cut.
/// </summary>
internal sealed record QuotedReply
{
    public required string Original { get; init; }

    /// <summary>The new words only, for showing first.</summary>
    public required string Reply { get; init; }

    /// <summary>The lines left out of <see cref="Reply"/>, in order; empty when nothing was cut.</summary>
    public required string Quoted { get; init; }

    public bool HasQuote => Quoted.Length > 0;

    /// <summary>Never the text: records end up in logs.</summary>
    public override string ToString() => HasQuote ? "(reply with quote)" : "(reply)";
}
