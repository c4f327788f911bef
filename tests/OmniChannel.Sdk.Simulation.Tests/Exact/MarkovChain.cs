namespace OmniChannel.Simulation.Exact;

/// <summary>
/// The second way: a chain in continuous time, its states found by walking, solved by sweeps (Gauss and Seidel). Knows nothing of queues.
/// </summary>
internal sealed class MarkovChain<TState>
    where TState : notnull
{
    private readonly List<TState> _states = [];
    private readonly double[] _chance;

    public MarkovChain(TState start, Func<TState, IEnumerable<(TState To, double Rate)>> moves)
    {
        var numbers = new Dictionary<TState, int> { [start] = 0 };
        var into = new List<List<(int From, double Rate)>> { new() };
        var leaving = new List<double>();
        _states.Add(start);
        for (var i = 0; i < _states.Count; i++)
        {
            leaving.Add(0);
            foreach (var (to, rate) in moves(_states[i]))
            {
                if (!numbers.TryGetValue(to, out var number))
                {
                    numbers.Add(to, number = _states.Count);
                    _states.Add(to);
                    into.Add([]);
                }

                into[number].Add((i, rate));
                leaving[i] += rate;
            }
        }

        _chance = Solve(into, leaving);
    }

    public double Expect(Func<TState, double> value) => _states.Select((state, i) => _chance[i] * value(state)).Sum();

    private static double[] Solve(List<List<(int From, double Rate)>> into, List<double> leaving)
    {
        var chance = Enumerable.Repeat(1.0 / leaving.Count, leaving.Count).ToArray();
        for (var sweep = 0; sweep < 20_000; sweep++)
        {
            var change = 0.0;
            for (var i = 0; i < chance.Length; i++)
            {
                var next = into[i].Sum(m => chance[m.From] * m.Rate) / leaving[i];
                change = Math.Max(change, Math.Abs(next - chance[i]));
                chance[i] = next;
            }

            var total = chance.Sum();
            for (var i = 0; i < chance.Length; i++)
            {
                chance[i] /= total;
            }

            if (change < 1e-14)
            {
                break;
            }
        }

        return chance;
    }
}
