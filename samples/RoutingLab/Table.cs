using System.Globalization;
using System.Text;
using OmniChannel.Simulation;

namespace RoutingLab;

/// <summary>A result as a table for a terminal.</summary>
internal static class Table
{
    public static string Of(SimulationResult result)
    {
        var text = new StringBuilder();
        var scopes = result.Classes.Prepend(KeyValuePair.Create("all", result.Overall)).ToList();
        var width = Math.Max(10, scopes.Max(s => s.Key.Length));
        string[] head = ["P(wait)", "P(abandon)", "P(block)", "mean wait", "p95 wait", "occupancy",
            .. result.Scenario.ServiceLevelTimes.Select(t => string.Create(CultureInfo.InvariantCulture, $"<= {t:G4}"))];
        text.Append("class".PadRight(width)).AppendJoin("", head.Select(h => h.PadLeft(20))).AppendLine();
        foreach (var (name, measures) in scopes)
        {
            Estimate[] row = [measures.PWait, measures.PAbandon, measures.PBlock, measures.MeanWait, measures.P95Wait, measures.Occupancy,
                .. measures.ServiceLevel.Select(level => level.Share)];
            text.Append(name.PadRight(width)).AppendJoin("", row.Select(e => Cell(e).PadLeft(20))).AppendLine();
        }

        return text.Append("Half-widths are of 99.9% confidence intervals.").ToString();
    }

    private static string Cell(Estimate estimate) => double.IsNaN(estimate.Value) ? "-"
        : string.Create(CultureInfo.InvariantCulture, $"{estimate.Value:G4} ± {estimate.Ci999:G2}");
}
