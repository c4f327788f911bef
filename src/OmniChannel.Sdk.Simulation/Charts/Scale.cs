using System.Globalization;

namespace OmniChannel.Simulation.Charts;

/// <summary>From values to places along an axis, with round ticks.</summary>
internal sealed class Scale
{
    private readonly double _from;
    private readonly double _to;
    private readonly double _most;

    public Scale(double most, double from, double to)
    {
        (_from, _to) = (from, to);
        Step = RoundStep(most / 5);
        _most = Step * Math.Max(1, Math.Ceiling((most / Step) - 1e-9));
    }

    public double Step { get; }

    public IEnumerable<double> Ticks => Enumerable.Range(0, (int)Math.Round(_most / Step) + 1).Select(i => i * Step);

    public double At(double value) => _from + ((_to - _from) * Math.Clamp(value / _most, 0, 1));

    public string Name(double value) => value == 0 ? "0" : value.ToString(_most >= 1e6 || Step < 1e-4 ? "0.##e0" : "0.######", CultureInfo.InvariantCulture);

    private static double RoundStep(double rough)
    {
        if (!(rough > 0))
        {
            return 1;
        }

        var unit = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        var parts = rough / unit;
        return unit * (parts <= 1 ? 1 : parts <= 2 ? 2 : parts <= 5 ? 5 : 10);
    }
}
