namespace OmniChannel.Channels;

/// <summary>Asks and listens for speech or keys; the answer arrives as a <see cref="MessageReceived"/> of the same session.</summary>
public sealed record GatherCommand : CallCommand
{
    /// <summary>The question.</summary>
    public required string Text { get; init; }

    /// <summary>The language to speak and to listen for.</summary>
    public Locale Locale { get; init; }

    /// <summary>Options, where key 1 is the first; empty for an open question.</summary>
    public IReadOnlyList<ChoiceOption> Options { get; init; } = [];
}
