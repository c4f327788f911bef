namespace RoutingLab;

/// <summary>What <c>--help</c> prints.</summary>
internal static class Help
{
    public const string Text = """
        RoutingLab: contact centres in virtual time, on the SDK's routing core. Files are described in docs/simulation.md.

          simulate  --scenario FILE.json [--out RESULT.json] [--svg CHART.svg]
                    What happens: waits, service levels, abandonment, occupancy, with 99.9% intervals.
        """;
}
