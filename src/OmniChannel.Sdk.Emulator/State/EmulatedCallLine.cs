namespace OmniChannel.Emulator.State;

/// <summary>Something heard in a call.</summary>
public sealed record EmulatedCallLine
{
    /// <summary><c>line</c> for the application's voice, <c>caller</c>, or <c>agent</c>.</summary>
    public required string Who { get; init; }

    /// <summary>The words; keys pressed appear as they are.</summary>
    public required string Text { get; init; }

    /// <summary>The language it is spoken in, such as <c>ja-JP</c>; null when unknown.</summary>
    public string? Language { get; init; }

    /// <summary>When it began.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Never the words: records end up in logs.</summary>
    public override string ToString() => Who;
}
