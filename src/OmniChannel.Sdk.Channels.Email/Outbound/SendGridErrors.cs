namespace OmniChannel.Channels.Email.Outbound;

/// <summary>What we read of an error answer: the fields at fault. The messages may quote addresses: never read.</summary>
internal sealed record SendGridErrors
{
    public IReadOnlyList<Item?>? Errors { get; init; }

    internal sealed record Item
    {
        public string? Field { get; init; }
    }
}
