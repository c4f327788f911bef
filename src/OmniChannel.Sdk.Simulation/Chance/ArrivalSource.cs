using OmniChannel.Simulation.Scenarios;

namespace OmniChannel.Simulation.Chance;

/// <summary>
/// The arrival times of one class. A rate that changes is met by passing unit-rate time through it: an exponential amount of expected
/// arrivals is used up piece by piece, so that no arrival is drawn in vain.
/// </summary>
internal sealed class ArrivalSource
{
    private readonly ArrivalModel _model;
    private readonly double _rate;
    private readonly double _shape;
    private RandomStream _random;
    private RandomStream _rates;
    private int _next;
    private double _pieceRate;
    private double _pieceEnd;
    private double _pieceStart;

    public ArrivalSource(WorkClass work, ulong seed, int replication, int index)
    {
        _model = work.Arrivals;
        _rate = work.Rate;
        _shape = 1 / (_model.Cv * _model.Cv);
        _random = new(seed, replication, Purpose.Arrivals, index);
        _rates = new(seed, replication, Purpose.Rates, index);
        if (_model.Kind is ArrivalKind.Piecewise or ArrivalKind.DoublyStochastic)
        {
            NextPiece();
        }
    }

    /// <summary>The arrival after a time; infinity when there are no more.</summary>
    public double After(double now) => _model.Kind switch
    {
        ArrivalKind.Poisson => _rate > 0 ? now + (_random.Exponential() / _rate) : double.PositiveInfinity,
        ArrivalKind.Replay => _next < _model.Times.Count ? _model.Times[_next++] : double.PositiveInfinity,
        _ => Pass(now),
    };

    private double Pass(double now)
    {
        var left = _random.Exponential();
        while (true)
        {
            var expected = _pieceRate > 0 ? _pieceRate * (_pieceEnd - now) : 0;
            if (expected >= left)
            {
                return now + (left / _pieceRate);
            }

            if (double.IsPositiveInfinity(_pieceEnd) || (_rate <= 0 && _model.Kind == ArrivalKind.DoublyStochastic))
            {
                return double.PositiveInfinity;
            }

            left -= expected;
            now = _pieceEnd;
            NextPiece();
        }
    }

    private void NextPiece()
    {
        _pieceStart = _pieceEnd;
        if (_model.Kind == ArrivalKind.DoublyStochastic)
        {
            _pieceEnd = _pieceStart + _model.Interval;
            _pieceRate = _rate * _rates.Gamma(_shape) / _shape;
            return;
        }

        var steps = _model.Steps;
        var round = _next / steps.Count;
        var step = _next++ % steps.Count;
        var begin = round * (_model.Period ?? 0);
        _pieceRate = steps[step].Rate;
        _pieceEnd = step + 1 < steps.Count ? begin + steps[step + 1].At
            : _model.Period is { } period ? begin + period : double.PositiveInfinity;
    }
}
