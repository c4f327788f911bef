namespace OmniChannel.Channels;

/// <summary>Speaks a text.</summary>
public sealed record SayCommand : CallCommand
{
    /// <summary>The text.</summary>
    public required string Text { get; init; }

    /// <summary>The language to speak.</summary>
    public Locale Locale { get; init; }
}
