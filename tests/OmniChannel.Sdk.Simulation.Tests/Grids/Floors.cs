using OmniChannel.Simulation.Scenarios;

namespace OmniChannel.Simulation.Grids;

/// <summary>Scenarios for tests.</summary>
internal static class Floors
{
    /// <summary>One class and one group.</summary>
    public static Scenario One(int agents, double rate, double service = 1, double? patience = null) => new()
    {
        Seed = 11,
        Replications = 20,
        Arrivals = 15_000,
        Warmup = 3_000,
        Classes = [new() { Name = "a", Rate = rate, Patience = patience is { } p ? new() { Mean = 1 / p } : null }],
        Agents = [new() { Name = "g", Count = agents, ServiceRate = service }],
    };

    /// <summary>The rows of a scenario; every measure is one.</summary>
    public static IEnumerable<Row> Compare(string name, Scenario scenario, params (string Measure, double Exact, Func<SimulationResult, Estimate> Of)[] rows)
    {
        var result = Simulator.Run(scenario);
        return rows.Select(row => new Row($"{name} {row.Measure}", row.Exact, row.Of(result)));
    }

    public static Measures Class(this SimulationResult result, string name) => result.Classes.Single(c => c.Key == name).Value;
}
