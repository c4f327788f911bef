namespace OmniChannel.Engagement.Engine;

/// <summary>
/// Seeds and lengths of a suite's random runs: many short ones and, beyond the default scale, one long one for what takes time to pile up. The
/// scale multiplies their sum, not their product.
/// </summary>
internal static class RandomRuns
{
    public static TheoryData<int, int> Of(int fullCount, int steps)
    {
        TheoryData<int, int> runs = [];
        for (var seed = 1; seed <= Scale.Of(fullCount); seed++)
        {
            runs.Add(seed, steps);
        }

        if (Scale.Factor > 1)
        {
            runs.Add(fullCount + 1, Scale.Of(steps * 10));
        }

        return runs;
    }
}
