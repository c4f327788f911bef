using OmniChannel.Simulation.Statistics;

namespace OmniChannel.Simulation.Exact;

/// <summary>
/// M/M/s+M (Palm 1957; Mandelbaum and Zeltyn, "The Palm/Erlang-A queue", 2005). With n ahead in the queue and nobody's patience ending, the wait is a
/// sum of exponentials with rates s mu + i theta, i = 0..n, which is -ln(B)/theta for B of Beta(s mu/theta, n + 1).
/// </summary>
internal sealed class ErlangA
{
    private const int States = 4000;
    private readonly int _agents;
    private readonly double _rate;
    private readonly double _service;
    private readonly double _patience;
    private readonly double[] _log;

    public ErlangA(int agents, double rate, double service, double patience)
    {
        (_agents, _rate, _service, _patience) = (agents, rate, service, patience);
        var logs = new double[agents + States];
        for (var n = 1; n < logs.Length; n++)
        {
            logs[n] = logs[n - 1] + Math.Log(rate / ((Math.Min(n, agents) * service) + (Math.Max(0, n - agents) * patience)));
        }

        var norm = LogSpace.Sum(logs);
        _log = Array.ConvertAll(logs, x => x - norm);
    }

    public double Wait => Waiting().Sum(x => x.Chance);

    public double MeanWait => Waiting().Sum(x => x.Chance * x.Ahead) / _rate;

    public double Abandon => _patience * MeanWait;

    /// <summary>P(W &gt; t), of the served and of those who gave up.</summary>
    public double Tail(double t) => Math.Exp(-_patience * t) * Waiting().Sum(x => x.Chance
        * BetaFunction.Regularised(Math.Exp(-_patience * t), _agents * _service / _patience, x.Ahead + 1.0));

    /// <summary>P(served and W &lt;= t).</summary>
    public double Level(double t)
    {
        var a = _agents * _service / _patience;
        return 1 - Wait + Waiting().Sum(x => x.Chance * a / (a + x.Ahead + 1)
            * (1 - BetaFunction.Regularised(Math.Exp(-_patience * t), a + 1, x.Ahead + 1.0)));
    }

    private IEnumerable<(int Ahead, double Chance)> Waiting() =>
        _log.Skip(_agents).Select((log, ahead) => (ahead, Math.Exp(log))).TakeWhile(x => x.ahead < 20 || x.Item2 > 1e-18);
}
