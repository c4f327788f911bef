namespace OmniChannel.Identity.Matching.Blocking;

/// <summary>Learns which keys pay: those that find likely matches again, each by several ways, for the fewest pairs.</summary>
internal static class KeyLearner
{
    private const int Ways = 3;
    private const int MostKeys = 24;

    /// <summary>Keys chosen one by one: the next is the one with the most matches not yet found often enough, for its pairs.</summary>
    /// <param name="candidates">Keys to choose from.</param>
    /// <param name="matches">Likely matches.</param>
    /// <param name="costs">Pairs that each key makes.</param>
    /// <param name="budget">Pairs that all together may make.</param>
    public static List<BlockingKey> Choose(IReadOnlyList<BlockingKey> candidates, IReadOnlyList<(int A, int B, double P)> matches, long[] costs, long budget)
    {
        var holds = candidates.Select((key, k) => costs[k] > budget ? [] : Found(key, matches)).ToArray();
        var ways = new int[matches.Count];
        var chosen = new List<BlockingKey>();
        var used = new bool[candidates.Count];
        var left = budget;
        while (chosen.Count < MostKeys)
        {
            var (best, value) = (-1, 0.0);
            for (var k = 0; k < candidates.Count; k++)
            {
                if (used[k] || costs[k] > left)
                {
                    continue;
                }

                double gain = 0;
                foreach (var match in holds[k])
                {
                    gain += ways[match] < Ways ? matches[match].P / (1 << (2 * ways[match])) : 0;
                }

                // The square: a key that finds much is worth more than several that find little for as many pairs each.
                var worth = gain * gain / (costs[k] + (budget / 200.0));
                if (gain > 0.002 * matches.Count && worth > value)
                {
                    (best, value) = (k, worth);
                }
            }

            if (best < 0)
            {
                break;
            }

            used[best] = true;
            left -= costs[best];
            chosen.Add(candidates[best]);
            foreach (var match in holds[best])
            {
                ways[match]++;
            }
        }

        return chosen;
    }

    private static List<int> Found(BlockingKey key, IReadOnlyList<(int A, int B, double P)> matches)
    {
        var found = new List<int>();
        for (var i = 0; i < matches.Count; i++)
        {
            if (key.Holds(matches[i].A, matches[i].B))
            {
                found.Add(i);
            }
        }

        return found;
    }
}
