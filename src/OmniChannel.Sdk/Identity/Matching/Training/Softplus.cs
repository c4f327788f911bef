namespace OmniChannel.Identity.Matching.Training;

/// <summary>log2(1 + 2^x), and 1 / (1 + 2^-x), from tables: read for every field of every pair.</summary>
internal static class Softplus
{
    private const double Far = 12;
    private const int Steps = 32;

    private static readonly double[] Table = [.. Enumerable.Range(0, (int)(2 * Far * Steps) + 2).Select(i => Math.Log2(1 + Math.Pow(2, (i / (double)Steps) - Far)))];

    private static readonly double[] Shares = [.. Enumerable.Range(0, Table.Length).Select(i => 1 / (1 + Math.Pow(2, Far - (i / (double)Steps))))];

    public static double Of(double x) => x >= Far ? x : x <= -Far ? 0 : Between(Table, x);

    public static double Share(double x) => x >= Far ? 1 : x <= -Far ? 0 : Between(Shares, x);

    private static double Between(double[] table, double x)
    {
        var at = (x + Far) * Steps;
        var cell = (int)at;
        return table[cell] + ((at - cell) * (table[cell + 1] - table[cell]));
    }
}
