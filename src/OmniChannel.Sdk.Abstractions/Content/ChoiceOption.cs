namespace OmniChannel.Content;

/// <summary>One option of a choice.</summary>
public sealed record ChoiceOption
{
    /// <summary>What comes back when it is chosen; unique in its choice.</summary>
    public required string Id { get; init; }

    /// <summary>What the customer reads.</summary>
    public required string Label { get; init; }
}
