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

    internal MatchResult(LinkModel link, IReadOnlyList<BlockingKey> keys, ScoredPair[] pairs, int[] clusters, bool[]? second)
    {
        (Link, Keys, Pairs, Clusters, this.second) = (link, keys, pairs, clusters, second);
        Model = MatchModel.Of(link);
    }

    /// <summary>What was learned.</summary>
    public MatchModel Model { get; }

    /// <summary>The pairs over the threshold, strongest first.</summary>
    public IReadOnlyList<ScoredPair> Pairs { get; }

    /// <summary>The cluster of each record, named by the smallest number of its records.</summary>
    public IReadOnlyList<int> Clusters { get; }

    /// <summary>The score, in bits, from which on pairs were accepted.</summary>
    public required double Threshold { get; init; }

    /// <summary>How many candidate pairs were compared.</summary>
    public required long ComparedPairs { get; init; }

    /// <summary>How long the parts took.</summary>
    public required MatchTimings Timings { get; init; }

    /// <summary>The names of the blocking keys that were found to pay, in the order of their worth.</summary>
    public IReadOnlyList<string> KeyNames => [.. Keys.Select(key => key.Name)];

    internal LinkModel Link { get; }

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
        var keys = second is not null && second[left] == second[right] ? [] : Keys.Where(key => key.Holds(left, right)).ToArray();
        return PairExplainer.Explain(Link, left, right, Threshold, keys, Clusters[left] == Clusters[right]);
    }
}
