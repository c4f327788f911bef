using OmniChannel.Identity.Matching.Comparing;
using OmniChannel.Identity.Matching.Training;

namespace OmniChannel.Identity.Matching.Clustering;

/// <summary>
/// What two clusters say of each other as wholes. In each field the best that any two of their records say counts, so that a record of a name
/// and a phone and one of a name and an address are known by all of it, less for how few of their records say so. That all records of both differ
/// in a name or a birth says more than that two do.
/// </summary>
internal sealed class ClusterEvidence(LinkModel model)
{
    private const int MostWitnesses = 3;

    private readonly PairComparer comparer = new(model.Records);
    private readonly byte[] levels = new byte[model.Fields.Length];
    private readonly float[] commons = new float[model.Fields.Length];
    private readonly byte[] best = new byte[model.Fields.Length];
    private readonly float[] taken = new float[model.Fields.Length];
    private readonly int[] filled = new int[model.Fields.Length];
    private readonly int[] agreeing = new int[model.Fields.Length];

    /// <summary>The evidence, in bits and before any prior, that two clusters are one person, and that they are two people of one household.</summary>
    public (double Match, double Household) Of(ReadOnlySpan<int> left, ReadOnlySpan<int> right)
    {
        var (a, b) = Best(left, right);
        var witnesses = Math.Min(MostWitnesses, Math.Min(left.Length, right.Length));
        for (var f = 0; f < best.Length; f++)
        {
            if (agreeing[f] > 0)
            {
                taken[f] += (float)Math.Log2(filled[f] / (double)agreeing[f]);
            }
            else if (filled[f] > 1 && model.Fields[f].Personal && model.Bits(f, best[f], 0) is < 0 and var bits)
            {
                taken[f] -= (float)((witnesses - 1) * bits);
            }
        }

        return model.Evidence(best, taken, a, b);
    }

    /// <summary>Takes the best level of each field, and gives the records whose addresses of e-mail it comes from.</summary>
    private (int A, int B) Best(ReadOnlySpan<int> left, ReadOnlySpan<int> right)
    {
        var mail = (left[0], right[0]);
        Array.Fill(best, FieldComparer.Missing);
        Array.Clear(filled);
        Array.Clear(agreeing);
        foreach (var a in left)
        {
            foreach (var b in right)
            {
                comparer.Compare(a, b, levels);
                model.Commons(levels, a, b, commons);
                for (var f = 0; f < levels.Length; f++)
                {
                    if (levels[f] == FieldComparer.Missing)
                    {
                        continue;
                    }

                    filled[f]++;
                    agreeing[f] += model.Agrees(f, levels[f]) ? 1 : 0;

                    // The nearest level first: that a misspelt value is rare says nothing where the right one is common.
                    if (levels[f] < best[f] || (levels[f] == best[f] && commons[f] < taken[f]))
                    {
                        (best[f], taken[f]) = (levels[f], commons[f]);
                        mail = f == model.Mails?.Field ? (a, b) : mail;
                    }
                }
            }
        }

        return mail;
    }
}
