namespace OmniChannel.Identity.Matching.Training;

/// <summary>log2(1 + 2^x) from a table: read for every field of every pair.</summary>
internal static class Softplus
{
    private const double Far = 12;
    private const int Steps = 32;

    private static readonly double[] Table = [.. Enumerable.Range(0, (int)(2 * Far * Steps) + 2).Select(i => Math.Log2(1 + Math.Pow(2, (i / (double)Steps) - Far)))];

    public static double Of(double x)
    {
        if (x >= Far)
        {
            return x;
        }

        if (x <= -Far)
        {
            return 0;
        }

        var at = (x + Far) * Steps;
        var cell = (int)at;
        return Table[cell] + ((at - cell) * (Table[cell + 1] - Table[cell]));
    }
}
