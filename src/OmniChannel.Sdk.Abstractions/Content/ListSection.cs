namespace OmniChannel.Content;

/// <summary>A heading and its options.</summary>
public sealed record ListSection
{
    /// <summary>The heading; empty for none.</summary>
    public string Title { get; init; } = "";

    /// <summary>The options in the order shown.</summary>
    public required IReadOnlyList<ChoiceOption> Options { get; init; }
}
