using OmniChannel.Simulation.Scenarios;

namespace OmniChannel.Simulation.Chance;

/// <summary>Draws of one duration; the parameters are worked out once.</summary>
internal struct DurationSource
{
    private const int MostTries = 1000;
    private readonly DurationKind _kind;
    private readonly double _scale;
    private readonly double _shape;
    private readonly double[] _values;
    private RandomStream _random;

    public DurationSource(DurationModel model, RandomStream random)
    {
        _random = random;
        _kind = model.Kind;
        _values = [.. model.Values];
        var variance = Math.Log(1 + (model.Cv * model.Cv));
        (_scale, _shape) = model.Kind switch
        {
            DurationKind.Lognormal => (Math.Log(model.Mean) - (variance / 2), Math.Sqrt(variance)),
            DurationKind.Gamma => (model.Mean * model.Cv * model.Cv, 1 / (model.Cv * model.Cv)),
            _ => (model.Mean, 0.0),
        };
    }

    /// <summary>A draw of those above <paramref name="least"/>: what is left of a duration that has lasted so long already, and that.</summary>
    public double DrawAbove(double least)
    {
        if (least <= 0 || _kind == DurationKind.Exponential)
        {
            return least + Draw(); // The exponential one has no memory.
        }

        for (var i = 0; i < MostTries; i++)
        {
            if (Draw() is var drawn && drawn > least)
            {
                return drawn;
            }
        }

        return least;
    }

    public double Draw() => _kind switch
    {
        DurationKind.Exponential => _scale * _random.Exponential(),
        DurationKind.Lognormal => Math.Exp(_scale + (_shape * _random.Normal())),
        DurationKind.Gamma => _scale * _random.Gamma(_shape),
        DurationKind.Empirical => _values[(int)(_random.Next() % (ulong)_values.Length)],
        _ => _scale,
    };
}
