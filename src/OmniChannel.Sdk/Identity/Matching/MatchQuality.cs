using System.Diagnostics.CodeAnalysis;

namespace OmniChannel.Identity.Matching;

/// <summary>Precision, recall and F1 of one way to count.</summary>
[Experimental("OMNI001")]
public sealed record MatchQuality
{
    /// <summary>Share of what was found that is right; 1 when nothing was found.</summary>
    public required double Precision { get; init; }

    /// <summary>Share of what is right that was found; 1 when there was nothing to find.</summary>
    public required double Recall { get; init; }

    /// <summary>Harmonic mean of both.</summary>
    public double F1 => Precision + Recall > 0 ? 2 * Precision * Recall / (Precision + Recall) : 0;

    internal static MatchQuality Of(double right, double found, double truth) =>
        new() { Precision = found > 0 ? right / found : 1, Recall = truth > 0 ? right / truth : 1 };
}
