namespace OmniChannel.Simulation.Grids;

public sealed class GridTests
{
    [Theory]
    [InlineData("ErlangB")]
    [InlineData("ErlangC")]
    [InlineData("ErlangA")]
    [InlineData("FiniteQueue")]
    [InlineData("Priorities")]
    [InlineData("Skills")]
    [InlineData("WrapUp")]
    [InlineData("Offers")]
    [InlineData("Channels")]
    public void Simulation_OfAGrid_CoversTheExactValues(string name)
    {
        var cases = Grid.Of(name);
        var step = Math.Max(1, cases.Count / Scale.Of(cases.Count));
        var rows = cases.Where((_, i) => i % step == (name.Length % step)).SelectMany(rows => rows()).ToList();
        var missed = rows.Where(row => !row.Holds).ToList();
        TestContext.Current.TestOutputHelper?.WriteLine($"{name}: {rows.Count - missed.Count} of {rows.Count} rows");

        Assert.True(missed.Count <= 0.01 * rows.Count, $"{missed.Count} of {rows.Count} rows missed:\n{string.Join('\n', missed)}");
    }
}
