namespace OmniChannel.Channels;

/// <summary>How many options a channel shows natively, and how long a label may be.</summary>
public sealed record ChoiceLimit
{
    /// <summary>Sets both.</summary>
    public ChoiceLimit(int maxOptions, TextLimit label)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(maxOptions);
        MaxOptions = maxOptions;
        Label = label;
    }

    /// <summary>The greatest number of options.</summary>
    public int MaxOptions { get; }

    /// <summary>The longest label.</summary>
    public TextLimit Label { get; }
}
