namespace IdentityLab;

internal sealed record LabSeconds
{
    public required double Train { get; init; }

    public required double Predict { get; init; }

    public required double Cluster { get; init; }

    public required double Total { get; init; }
}
