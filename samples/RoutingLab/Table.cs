using System.Globalization;
using System.Text;
using OmniChannel.Simulation;
using OmniChannel.Simulation.Rehearsals;
using OmniChannel.Simulation.Staffing;

namespace RoutingLab;

/// <summary>Results as tables for a terminal.</summary>
internal static class Table
{
    private const string Note = "Half-widths are those of 99.9% confidence intervals.";

    public static string Of(SimulationResult result) => Rows(result) + Note;

    public static string Of(StaffingResult result)
    {
        var groups = string.Join(", ", result.Scenario.Agents.Select(g => string.Create(CultureInfo.InvariantCulture, $"{g.Name} {g.Count}")));
        return string.Create(CultureInfo.InvariantCulture, $"{result.Agents} agents: {groups} ({result.Tried.Count} staffings tried)\n\n{Rows(result.Result)}{Note}");
    }

    public static string Of(RehearsalResult result)
    {
        var recorded = result.Recorded is null ? "" : $"As recorded\n{Rows(result.Recorded)}\n";
        return $"{recorded}Under these rules\n{Rows(result.Rehearsed)}{Note}";
    }

    private static string Rows(SimulationResult result)
    {
        var text = new StringBuilder();
        var scopes = result.Classes.Prepend(KeyValuePair.Create("all", result.Overall)).ToList();
        var width = Math.Max(10, scopes.Max(s => s.Key.Length));
        string[] head = ["P(wait)", "P(abandon)", "P(block)", "mean wait", "p95 wait", "occupancy",
            .. result.Scenario.ServiceLevelTimes.Select(t => string.Create(CultureInfo.InvariantCulture, $"<= {t:G4}"))];
        text.Append("class".PadRight(width)).AppendJoin("", head.Select(h => h.PadLeft(20))).Append('\n');
        foreach (var (name, measures) in scopes)
        {
            Estimate[] row = [measures.PWait, measures.PAbandon, measures.PBlock, measures.MeanWait, measures.P95Wait, measures.Occupancy,
                .. measures.ServiceLevel.Select(level => level.Share)];
            text.Append(name.PadRight(width)).AppendJoin("", row.Select(e => Cell(e).PadLeft(20))).Append('\n');
        }

        return text.ToString();
    }

    private static string Cell(Estimate estimate) => double.IsNaN(estimate.Value) ? "-"
        : double.IsNaN(estimate.Ci999) ? estimate.Value.ToString("G4", CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"{estimate.Value:G4} ± {estimate.Ci999:G2}");
}
