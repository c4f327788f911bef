namespace OmniChannel.Engagement.Bots;

/// <summary>An option of a closed question, and where it leads.</summary>
public sealed record TreeOption
{
    /// <summary>Sets all.</summary>
    public TreeOption(string id, LocalText label, string next)
    {
        Id = id;
        Label = label;
        Next = next;
    }

    /// <summary>Names it among the options: what buttons send back. What is kept is the label that the customer read.</summary>
    public string Id { get; }

    /// <summary>What the customer reads.</summary>
    public LocalText Label { get; }

    /// <summary>The node it leads to.</summary>
    public string Next { get; }
}
