namespace OmniChannel.Matching.Accuracy;

/// <summary>How often things go wrong, each as a chance. What a person changes comes once a record, typos and gaps once a value.</summary>
internal sealed record Errors
{
    public double Typo { get; init; } = 0.1;

    /// <summary>A value left out, in the first record of a person as well.</summary>
    public double Missing { get; init; } = 0.1;

    public double Nickname { get; init; }

    public double Initial { get; init; }

    /// <summary>Given and family name the wrong way round.</summary>
    public double Swapped { get; init; }

    public double Moved { get; init; }

    public double Renamed { get; init; }

    public double OtherMail { get; init; }

    public double OtherPhone { get; init; }

    /// <summary>Day and month the wrong way round, or a wrong year.</summary>
    public double WrongDate { get; init; }

    /// <summary>Another way of writing: variant kanji, half width, abbreviated streets.</summary>
    public double OtherScript { get; init; }
}
