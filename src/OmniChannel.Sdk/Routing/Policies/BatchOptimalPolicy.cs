using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace OmniChannel.Routing.Policies;

/// <summary>
/// Collects work and agents for a window, then gives out the assignment with the largest sum of scores among those that serve the most work
/// of the highest rank. For work that can wait a moment, when scores differ: with equal scores it only adds the window to the wait.
/// </summary>
/// <remarks>
/// For n items and n agents with independent exponential costs of mean 1 the least sum is 1 + 1/4 + ... + 1/n^2 on average, against
/// 1 + 1/2 + ... + 1/n for taking them one by one (G. Parisi 1998; D. Aldous 2001).
/// </remarks>
[Experimental("OMNI001")]
public sealed class BatchOptimalPolicy : RoutingPolicy
{
    private readonly WorkAgentScore? _score;

    /// <summary>Makes a policy that scores pairs by its weights.</summary>
    public BatchOptimalPolicy()
    {
    }

    /// <summary>Makes a policy.</summary>
    /// <param name="window">Ticks from the first item or agent that could be matched, at least 1.</param>
    /// <param name="score">The worth of a pair; NaN for not this pair now. In the engine handles of agents change with a restart: go by what else the pair says.</param>
    public BatchOptimalPolicy(long window, WorkAgentScore score)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(window, 1);
        ArgumentNullException.ThrowIfNull(score);
        (Window, _score) = (window, score);
    }

    /// <inheritdoc/>
    [JsonIgnore]
    public override string Code => "routing.batch-optimal";

    /// <summary>Most items matched at once, the most urgent first. The rest is matched after them, at the end of the same window.</summary>
    /// <value>Default 128.</value>
    public int BatchSize { get; set; } = 128;

    /// <summary>Ticks from the first item or agent that could be matched.</summary>
    /// <value>Default 100; at least 1.</value>
    public long Window { get; set; } = 100;

    /// <summary>What a level of a skill that is asked for is worth, without a score of your own.</summary>
    /// <value>Default 1.</value>
    public double LevelWeight { get; set; } = 1;

    /// <summary>What a tick that the agent was idle is worth, without a score of your own.</summary>
    /// <value>Default 0.</value>
    public double IdleWeight { get; set; }

    internal override long WindowTicks => Window;

    internal override double Score(in WorkAgentPair pair) => _score is { } score ? score(pair) : (LevelWeight * pair.Levels) + (IdleWeight * pair.Idle);
}
