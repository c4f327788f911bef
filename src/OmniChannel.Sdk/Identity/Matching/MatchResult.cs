using System.Diagnostics.CodeAnalysis;
using OmniChannel.Identity.Matching.Blocking;
using OmniChannel.Identity.Matching.Explaining;
using OmniChannel.Identity.Matching.Training;

namespace OmniChannel.Identity.Matching;

/// <summary>What a run found. Reads may come from any number of threads.</summary>
[Experimental("OMNI001")]
public sealed class MatchResult
{
    private readonly bool[]? second;
    private readonly int[] places;

    /// <param name="link">The model over the records in their canonical order.</param>
    /// <param name="keys">The keys that pay.</param>
    /// <param name="pairs">The accepted pairs, in canonical numbers.</param>
    /// <param name="clusters">The clusters, in canonical numbers.</param>
    /// <param name="second">The source of each record, in canonical order.</param>
    /// <param name="order">The records' own numbers in canonical order.</param>
    internal MatchResult(LinkModel link, IReadOnlyList<BlockingKey> keys, ScoredPair[] pairs, int[] clusters, bool[]? second, int[] order)
    {
        (Link, Keys, this.second, Order) = (link, keys, second, order);
        Model = MatchModel.Of(link);
        places = new int[order.Length];
        var smallest = new int[order.Length];
        Array.Fill(smallest, int.MaxValue);
        for (var place = 0; place < order.Length; place++)
        {
            places[order[place]] = place;
            smallest[clusters[place]] = Math.Min(smallest[clusters[place]], order[place]);
        }

        Clusters = Array.ConvertAll(places, place => smallest[clusters[place]]);
        var own = Array.ConvertAll(pairs, pair => pair with
        {
            Left = Math.Min(order[pair.Left], order[pair.Right]),
            Right = Math.Max(order[pair.Left], order[pair.Right]),
        });
        Array.Sort(own, ScoredPair.Compare);
        Pairs = own;
    }

    /// <summary>What was learned.</summary>
    public MatchModel Model { get; }

    /// <summary>The pairs over the threshold, strongest first.</summary>
    public IReadOnlyList<ScoredPair> Pairs { get; }

    /// <summary>The cluster of each record, named by the smallest number of its records.</summary>
    public IReadOnlyList<int> Clusters { get; }

    /// <summary>The score, in bits, from which on pairs were accepted.</summary>
    public required double Threshold { get; init; }

    /// <summary>The share of accepted pairs that the model takes for right, from 0 to 1; 1 when there are none.</summary>
    public required double ExpectedPrecision { get; init; }

    /// <summary>
    /// How many right pairs the model expects among those that it compared and did not accept. Much against <see cref="Pairs"/> means that the
    /// records say too little for the precision that was asked for.
    /// </summary>
    public required double ExpectedLeftOut { get; init; }

    /// <summary>How many candidate pairs were compared.</summary>
    public required long ComparedPairs { get; init; }

    /// <summary>How long the parts took.</summary>
    public required MatchTimings Timings { get; init; }

    /// <summary>The names of the blocking keys that were found to pay, in the order of their worth.</summary>
    public IReadOnlyList<string> KeyNames => [.. Keys.Select(key => key.Name)];

    internal LinkModel Link { get; }

    internal int[] Order { get; }

    internal IReadOnlyList<BlockingKey> Keys { get; }

    /// <summary>Why two records are one person, or why not.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such record, or it is the same one twice.</exception>
    public PairExplanation Explain(int left, int right)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(left);
        ArgumentOutOfRangeException.ThrowIfNegative(right);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(left, Clusters.Count);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(right, Clusters.Count);
        ArgumentOutOfRangeException.ThrowIfEqual(left, right);
        var (a, b) = (Math.Min(places[left], places[right]), Math.Max(places[left], places[right]));
        var keys = second is not null && second[a] == second[b] ? [] : Keys.Where(key => key.Holds(a, b)).ToArray();
        return PairExplainer.Explain(Link, a, b, Threshold, keys, Clusters[left] == Clusters[right]);
    }
}
