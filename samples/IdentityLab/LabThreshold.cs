namespace IdentityLab;

internal sealed record LabThreshold
{
    public required double Bits { get; init; }

    public required double Probability { get; init; }
}
