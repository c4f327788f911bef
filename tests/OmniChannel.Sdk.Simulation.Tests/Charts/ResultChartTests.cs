using System.Xml.Linq;
using OmniChannel.Simulation.Grids;
using OmniChannel.Simulation.Scenarios;

namespace OmniChannel.Simulation.Charts;

public sealed class ResultChartTests
{
    [Fact]
    public void Draw_OfSeveralClasses_IsXmlWithACurveAndDotsForEach()
    {
        var svg = XDocument.Parse(ResultChart.Draw(Result([0.1, 0.5])));

        Assert.Equal(4, Elements(svg, "polyline").Count());
        Assert.Equal(8, Elements(svg, "circle").Count());
        Assert.Contains(Elements(svg, "text"), t => t.Value.StartsWith("<b> & c", StringComparison.Ordinal));
    }

    [Fact]
    public void Draw_WithoutLevels_ShowsWhoIsServedAtOnce()
    {
        var svg = XDocument.Parse(ResultChart.Draw(Result([])));

        Assert.Contains(Elements(svg, "text"), t => t.Value.StartsWith("Served at once", StringComparison.Ordinal));
        Assert.Equal(4, Elements(svg, "circle").Count());
    }

    /// <summary>Every text and mark lies on the page, and curves rise from left to right.</summary>
    [Fact]
    public void Draw_Everything_StaysOnThePage()
    {
        var svg = XDocument.Parse(ResultChart.Draw(Result([0.1, 0.5])));
        var box = svg.Root!.Attribute("viewBox")!.Value.Split(' ').Select(Number).ToArray();

        Assert.All(svg.Root.Descendants().Where(e => e.Attribute("x") is not null && e.Attribute("y") is not null), e =>
        {
            Assert.InRange(Number(e.Attribute("x")!.Value), 0, box[2]);
            Assert.InRange(Number(e.Attribute("y")!.Value), 0, box[3]);
        });
        foreach (var curve in Elements(svg, "polyline"))
        {
            var points = curve.Attribute("points")!.Value.Split(' ').Select(p => p.Split(',').Select(Number).ToArray()).ToList();
            Assert.All(points.Zip(points.Skip(1)), p => Assert.True(p.Second[0] >= p.First[0] && p.Second[1] <= p.First[1]));
        }
    }

    [Fact]
    public void Draw_WhenNobodyWaited_StillDraws()
    {
        var result = Simulator.Run(Floors.One(50, 1) with { Arrivals = 500, Warmup = 0, Replications = 2 });

        Assert.Single(Elements(XDocument.Parse(ResultChart.Draw(result)), "polyline"));
    }

    private static IEnumerable<XElement> Elements(XDocument svg, string name) => svg.Descendants().Where(e => e.Name.LocalName == name);

    private static double Number(string text) => double.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static SimulationResult Result(double[] times) => Simulator.Run(Floors.One(4, 1) with
    {
        Arrivals = 2000,
        Replications = 3,
        ServiceLevelTimes = times,
        Classes = [new WorkClass { Name = "a", Rate = 2 }, new() { Name = "<b> & c", Rate = 1 }, new() { Name = "d", Rate = 0.8, Priority = 1 }],
    });
}
