using OmniChannel.Simulation;
using OmniChannel.Simulation.Charts;
using OmniChannel.Simulation.Scenarios;
using OmniChannel.Simulation.Staffing;

namespace Snippets;

internal static class Simulation
{
    public static int Run()
    {
        // snippet: simulation
        var scenario = Scenario.Parse(File.ReadAllText("helpdesk.json"));
        var result = Simulator.Run(scenario);                              // the same seed, the same result
        Console.WriteLine($"{result.Overall.MeanWait.Value} ± {result.Overall.MeanWait.Ci999}");
        File.WriteAllText("chart.svg", ResultChart.Draw(result));
        var fewest = StaffingSearch.Run(scenario, new() { Level = 0.8, Within = 0.25 });
        // end
        return fewest.Agents;
    }
}
