using System.Diagnostics.CodeAnalysis;
using OmniChannel.Identity.Matching.Blocking;
using OmniChannel.Identity.Matching.Comparing;
using OmniChannel.Identity.Matching.Explaining;
using OmniChannel.Identity.Matching.Live;
using OmniChannel.Identity.Matching.Training;

namespace OmniChannel.Identity.Matching;

/// <summary>
/// Takes one record after the other into a base that a run has matched: the same model and threshold, and clusters that are up to date when
/// <see cref="Add"/> returns. For one thread at a time. Takes the result over: it must not be used any more, nor given to a second matcher.
/// </summary>
[Experimental("OMNI001")]
public sealed class LiveMatcher
{
    private const int MostKeys = 12;
    private const int MostOfABlock = 64;
    private const int MostCompared = 256;
    private const int MostMembers = 12;
    private const double PossibleBits = 7;

    private readonly LinkModel model;
    private readonly double threshold;
    private readonly PairComparer comparer;
    private readonly KeyIndex[] indexes;
    private readonly KeySource[] sources;
    private readonly LiveClusters clusters = new();
    private readonly int[] order;
    private readonly int[] places;
    private readonly byte[] levels;
    private int[] seen = [];

    /// <param name="result">A run over the base; one of <see cref="RecordMatcher.Match"/>.</param>
    /// <param name="threshold">The bits from which on two are one; null for the run's.</param>
    public LiveMatcher(MatchResult result, double? threshold = null)
    {
        ArgumentNullException.ThrowIfNull(result);
        (model, this.threshold, order) = (result.Link, threshold ?? result.Threshold, result.Order);
        comparer = new(model.Records);
        levels = new byte[model.Fields.Length];
        indexes = [.. result.Keys.Take(MostKeys).Select(key => new KeyIndex(key))];
        sources = [.. result.Keys.Take(MostKeys).SelectMany(key => new[] { key.First, key.Second }).OfType<KeySource>().Distinct()];
        places = new int[order.Length];
        for (var place = 0; place < order.Length; place++)
        {
            places[order[place]] = place;
        }

        // Clusters are labelled by their oldest record in the numbers of the caller, so members are added in those.
        for (var record = 0; record < order.Length; record++)
        {
            clusters.Add(record, result.Clusters[record]);
            foreach (var index in indexes)
            {
                index.Add(record: places[record]);
            }
        }
    }

    /// <summary>How many records are known.</summary>
    public int Count => model.Records.Count;

    /// <summary>The memory that matching holds for all records, in bytes: values, keys and clusters.</summary>
    public long Bytes => model.Records.Bytes + indexes.Sum(index => index.Bytes) + sources.Sum(source => source.Bytes) + clusters.Bytes + ((order.Length + places.Length + seen.LongLength) * sizeof(int));

    /// <summary>The cluster of a known record, named by the oldest record in it.</summary>
    public int Cluster(int record) => clusters[record];

    /// <summary>Compares a record with those that share a key with it, takes it in, and puts it into its cluster.</summary>
    /// <param name="values">One value a column, as in the base; null or blank means that it is missing.</param>
    public LiveMatch Add(ReadOnlySpan<string?> values)
    {
        var record = model.Records.Append(values);
        foreach (var source in sources)
        {
            source.Refresh();
        }

        var links = new List<ScoredPair>();
        var possible = new List<ScoredPair>();
        var compared = Compare(record, links, possible);
        clusters.Add(record, record);
        links.Sort(ScoredPair.Compare);
        var merged = new List<int>();
        foreach (var link in links)
        {
            var (mine, theirs) = (clusters[record], clusters[link.Left]);
            if (mine == theirs)
            {
                continue;
            }

            if (Linkage(record, link.Left) < 0)
            {
                possible.Add(link);
                continue;
            }

            var label = clusters.Merge(record, link.Left);
            var gone = label == mine ? theirs : mine;
            if (gone != record)
            {
                merged.Add(gone);
            }
        }

        foreach (var index in indexes)
        {
            index.Add(record);
        }

        possible.Sort(ScoredPair.Compare);
        return new() { Record = record, Cluster = clusters[record], Merged = merged, Links = links, Possible = possible, Compared = compared };
    }

    /// <summary>Why two known records are one person, or why not.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such record, or it is the same one twice.</exception>
    public PairExplanation Explain(int left, int right)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(left);
        ArgumentOutOfRangeException.ThrowIfNegative(right);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(left, Count);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(right, Count);
        ArgumentOutOfRangeException.ThrowIfEqual(left, right);
        var (a, b) = (Math.Min(Place(left), Place(right)), Math.Max(Place(left), Place(right)));
        return PairExplainer.Explain(model, a, b, threshold, [.. indexes.Where(i => i.Key.Holds(a, b)).Select(i => i.Key)], clusters[left] == clusters[right]);
    }

    private int Compare(int record, List<ScoredPair> links, List<ScoredPair> possible)
    {
        if (record >= seen.Length)
        {
            Array.Resize(ref seen, record + (record / 2) + 64);
        }

        var compared = 0;
        foreach (var index in indexes)
        {
            if (index.Hash(record) is not (not 0 and var hash))
            {
                continue;
            }

            var taken = 0;
            for (var other = index.First(hash); other >= 0 && taken < MostOfABlock && compared < MostCompared; other = index.Older(other), taken++)
            {
                // Record numbers from one up mark what the newest record has met.
                if (seen[other] == record + 1)
                {
                    continue;
                }

                seen[other] = record + 1;
                compared++;
                comparer.Compare(other, record, levels);
                var bits = model.Score(levels, other, record);
                if (bits >= threshold - PossibleBits)
                {
                    (bits >= threshold ? links : possible).Add(new() { Left = Own(other), Right = record, Bits = bits });
                }
            }
        }

        return compared;
    }

    /// <summary>What all pairs between two clusters say together, as batch clustering asks.</summary>
    private double Linkage(int record, int other)
    {
        Span<int> mine = stackalloc int[MostMembers];
        Span<int> theirs = stackalloc int[MostMembers];
        mine = mine[..clusters.Members(record, mine)];
        theirs = theirs[..clusters.Members(other, theirs)];
        double sum = 0;
        foreach (var a in mine)
        {
            foreach (var b in theirs)
            {
                var (x, y) = (Place(a), Place(b));
                comparer.Compare(x, y, levels);
                sum += Math.Clamp(model.Score(levels, x, y), -Clustering.ClusterBuilder.Most, Clustering.ClusterBuilder.Most);
            }
        }

        return sum;
    }

    private int Own(int place) => place < order.Length ? order[place] : place;

    private int Place(int record) => record < places.Length ? places[record] : record;
}
