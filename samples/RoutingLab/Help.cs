namespace RoutingLab;

/// <summary>What <c>--help</c> prints.</summary>
internal static class Help
{
    public const string Text = """
        RoutingLab: contact centres in virtual time, on the SDK's own routing core. docs/concepts/simulation.md describes the files.

        simulate --scenario FILE.json [--out RESULT.json] [--svg CHART.svg]
            Waits, service levels, abandonment, blocking and occupancy, each with its 99.9% interval.

        staff --scenario FILE.json --level 0.8 --within 0.25 [--abandon 0.05] [--each-class true] [--groups g1,g2]
              [--out RESULT.json] [--svg CHART.svg]
            The fewest agents who serve that share within that time, and lose at most that share to impatience; for every class
            with --each-class true, and changing only the groups named.

        explain --scenario FILE.json [--contact N] [--locale ja]
            Why the Nth contact of the first replication went to its agent, or why it waited. Default: the first after the warm-up.

        rehearse --day FILE.json --scenario FILE.json [--out RESULT.json] [--svg CHART.svg]
            A recorded day again, under the scenario's agents and rules.

        Exit code 0: done. 2: the command line, scenario or day is not right; one line on standard error names the key.
        """;
}
