using System.Globalization;

namespace OmniChannel.Simulation.Charts;

/// <summary>Draws a result as SVG: how waits are spread in each class, and the service levels with their intervals. For light and dark pages.</summary>
public static class ResultChart
{
    private const double Width = 1000;
    private const double Top = 134;
    private const double Bottom = 446;
    private const int MostClasses = 8;

    /// <summary>Draws it; the first eight classes, where there are more. The same result gives the same text.</summary>
    public static string Draw(SimulationResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        var scopes = result.Classes.Take(MostClasses).ToList();
        if (result.Classes.Count > 1)
        {
            scopes.Insert(0, KeyValuePair.Create("all", result.Overall));
        }

        var rows = scopes.Count * Math.Max(1, result.Scenario.ServiceLevelTimes.Count);
        var height = Math.Max(Bottom, Top + (22 * rows) + (10 * scopes.Count)) + 84;
        var svg = new SvgText();
        Head(svg, result, height);
        Legend(svg, scopes);
        Waits(svg, scopes);
        Levels(svg, scopes);
        var hidden = result.Classes.Count - MostClasses;
        Foot(svg, height, hidden);
        svg.Add($"</svg>");
        return svg.ToString();
    }

    private static void Head(SvgText svg, SimulationResult result, double height)
    {
        var scenario = result.Scenario;
        var agents = scenario.Agents.Sum(g => g.Count);
        var length = scenario.Horizon is { } horizon ? $"horizon {Short(horizon)}" : $"{Grouped(scenario.Arrivals)} arrivals";
        svg.Add($"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {Width} {height}\" role=\"img\" aria-label=\"Waits and service levels by class\">");
        svg.Add($"<style>");
        svg.Add($"{ChartStyle.Css}");
        svg.Add($"</style>");
        svg.Add($"<rect class=\"page\" width=\"{Width}\" height=\"{height}\" rx=\"8\"/>");
        svg.Add($"<text class=\"title\" x=\"32\" y=\"40\">Waits and service levels</text>");
        svg.Add($"<text class=\"sub\" x=\"32\" y=\"62\">{Counted(agents, "agent")} · {scenario.Policy.Kind} · {Counted(scenario.Replications, "replication")} · {length} each · occupancy {Percent(result.Overall.Occupancy.Value)}</text>");
    }

    private static void Legend(SvgText svg, List<KeyValuePair<string, Measures>> scopes)
    {
        var x = 32.0;
        foreach (var ((name, _), i) in scopes.Select((s, i) => (s, i)))
        {
            var shown = Cut(name, 16);
            svg.Add($"<rect class=\"c{i}\" x=\"{x}\" y=\"78\" width=\"14\" height=\"4\" rx=\"2\"/>");
            svg.Add($"<text class=\"label\" x=\"{x + 20}\" y=\"84\">{shown}</text>");
            x += 40 + (7.2 * shown.Length);
        }
    }

    private static void Waits(SvgText svg, List<KeyValuePair<string, Measures>> scopes)
    {
        const double Left = 76, Right = 560;
        var waits = scopes.Select(s => s.Value.WaitPercentiles).ToList();
        var across = new Scale(waits.Max(w => w[^1]) is > 0 and var most ? most : 1, Left, Right);
        var up = new Scale(1, Bottom, Top);
        svg.Add($"<text class=\"head\" x=\"32\" y=\"{Top - 14}\">Share of contacts that waited at most</text>");
        foreach (var share in up.Ticks)
        {
            svg.Add($"<line class=\"grid\" x1=\"{Left}\" x2=\"{Right}\" y1=\"{up.At(share)}\" y2=\"{up.At(share)}\"/>");
            svg.Add($"<text class=\"tick\" x=\"{Left - 10}\" y=\"{up.At(share) + 4}\" text-anchor=\"end\">{Percent(share)}</text>");
        }

        foreach (var time in across.Ticks)
        {
            svg.Add($"<line class=\"grid\" x1=\"{across.At(time)}\" x2=\"{across.At(time)}\" y1=\"{Bottom}\" y2=\"{Bottom + 5}\"/>");
            svg.Add($"<text class=\"tick\" x=\"{across.At(time)}\" y=\"{Bottom + 20}\" text-anchor=\"middle\">{across.Name(time)}</text>");
        }

        svg.Add($"<text class=\"tick\" x=\"{Right}\" y=\"{Bottom + 38}\" text-anchor=\"end\">wait, in the scenario's unit of time</text>");
        for (var i = scopes.Count - 1; i >= 0; i--)
        {
            svg.Add($"<polyline class=\"curve s{i}\" points=\"{Curve(waits[i], across, up)}\"/>");
        }
    }

    private static void Levels(SvgText svg, List<KeyValuePair<string, Measures>> scopes)
    {
        const double Left = 790, Right = 960;
        var across = new Scale(1, Left, Right);
        var any = scopes[0].Value.ServiceLevel.Count > 0;
        var rows = scopes.Count * Math.Max(1, scopes[0].Value.ServiceLevel.Count);
        var end = Top + (22 * rows) + (10 * scopes.Count);
        svg.Add($"<text class=\"head\" x=\"620\" y=\"{Top - 14}\">{(any ? "Service level, with its 99.9% interval" : "Served at once, with its 99.9% interval")}</text>");
        foreach (var share in across.Ticks)
        {
            svg.Add($"<line class=\"grid\" x1=\"{across.At(share)}\" x2=\"{across.At(share)}\" y1=\"{Top}\" y2=\"{end}\"/>");
            svg.Add($"<text class=\"tick\" x=\"{across.At(share)}\" y=\"{end + 18}\" text-anchor=\"middle\">{Percent(share)}</text>");
        }

        var y = Top + 16;
        for (var i = 0; i < scopes.Count; i++)
        {
            foreach (var (label, level) in Dots(scopes[i].Value))
            {
                svg.Add($"<text class=\"label\" x=\"620\" y=\"{y + 4}\">{Cut(scopes[i].Key, 9)} {label}</text>");
                if (!double.IsNaN(level.Value))
                {
                    var half = double.IsNaN(level.Ci999) ? 0 : level.Ci999;
                    svg.Add($"<line class=\"whisker s{i}\" x1=\"{across.At(level.Value - half)}\" x2=\"{across.At(level.Value + half)}\" y1=\"{y}\" y2=\"{y}\"/>");
                    svg.Add($"<circle class=\"c{i}\" cx=\"{across.At(level.Value)}\" cy=\"{y}\" r=\"5\"/>");
                    svg.Add($"<text class=\"tick\" x=\"{Left - 12}\" y=\"{y + 4}\" text-anchor=\"end\">{Percent(level.Value, 1)}</text>");
                }

                y += 22;
            }

            y += 10;
        }
    }

    private static IEnumerable<(string Label, Estimate Level)> Dots(Measures measures) => measures.ServiceLevel.Count > 0
        ? measures.ServiceLevel.Select(level => ("≤ " + Short(level.Time), level.Share))
        : [("at once", measures.PWait with { Value = 1 - measures.PWait.Value })];

    private static void Foot(SvgText svg, double height, int hidden)
    {
        var more = hidden > 0 ? $" {hidden} more classes are in the result file." : "";
        svg.Add($"<text class=\"tick\" x=\"32\" y=\"{height - 16}\">The curve of a class begins at the share that was served at once.{more}</text>");
    }

    private static string Curve(IReadOnlyList<double> waits, Scale across, Scale up)
    {
        var points = waits.Select((wait, i) => (X: across.At(wait), Y: up.At((i + 1) / 100.0))).ToList();
        var zeros = waits.Count(w => w == 0);
        if (zeros > 0)
        {
            points = points[(zeros - 1)..];
        }
        else
        {
            points.Insert(0, (across.At(0), up.At(0)));
        }

        return string.Join(' ', points.Select(p => string.Create(CultureInfo.InvariantCulture, $"{p.X:0.#},{p.Y:0.#}")));
    }

    private static string Percent(double share, int digits = 0) =>
        double.IsNaN(share) ? "-" : (100 * share).ToString("F" + digits, CultureInfo.InvariantCulture) + "%";

    private static string Short(double value) => value.ToString("G4", CultureInfo.InvariantCulture);

    private static string Grouped(long value) => value.ToString("#,0", CultureInfo.InvariantCulture);

    private static string Counted(int count, string noun) => $"{Grouped(count)} {noun}{(count == 1 ? "" : "s")}";

    private static string Cut(string text, int most) => text.Length <= most ? text : text[..(most - 1)] + "…";
}
