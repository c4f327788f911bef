namespace OmniChannel.Engagement.Inputs;

/// <summary>A conversation was parted from another, which is now what it is without it. An input of its own: it is another customer's.</summary>
internal sealed record RestoreInput : HistoryInput
{
    public required ConversationId Parted { get; init; }

    public override string Kind => "restore";
}
