namespace OmniChannel.Simulation.Exact;

/// <summary>M/M/s/K: K lines, waiting and in service.</summary>
internal sealed class FiniteQueue
{
    private readonly double[] _chance;
    private readonly int _agents;
    private readonly double _rate;

    public FiniteQueue(int agents, int lines, double rate, double service)
    {
        (_agents, _rate) = (agents, rate);
        var logs = Enumerable.Range(0, lines + 1).Select(n => n <= agents
            ? LogSpace.Poisson(rate / service, n)
            : LogSpace.Poisson(rate / service, agents) + ((n - agents) * Math.Log(rate / service / agents))).ToArray();
        var norm = LogSpace.Sum(logs);
        _chance = Array.ConvertAll(logs, x => Math.Exp(x - norm));
        Occupancy = rate * (1 - Block) / (agents * service);
    }

    public double Block => _chance[^1];

    public double Wait => _chance[_agents..^1].Sum() / (1 - Block);

    public double MeanWait => _chance.Select((p, n) => p * Math.Max(0, n - _agents)).Sum() / (_rate * (1 - Block));

    public double Occupancy { get; }
}
