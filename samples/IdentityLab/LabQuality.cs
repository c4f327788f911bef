using OmniChannel.Identity.Matching;

namespace IdentityLab;

internal sealed record LabQuality
{
    public required double Precision { get; init; }

    public required double Recall { get; init; }

    public required double F1 { get; init; }

    public static LabQuality? Of(MatchQuality? quality) =>
        quality is null ? null : new() { Precision = quality.Precision, Recall = quality.Recall, F1 = quality.F1 };
}
