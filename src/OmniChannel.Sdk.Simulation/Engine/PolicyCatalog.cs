using OmniChannel.Routing.Policies;
using OmniChannel.Simulation.Scenarios;

namespace OmniChannel.Simulation.Engine;

/// <summary>The policies a scenario can name, made for a floor's ticks.</summary>
internal static class PolicyCatalog
{
    public static IReadOnlyList<string> Names { get; } =
    [
        "longest-idle", "round-robin", "least-loaded", "most-capable", "queue-ratio", "generalized-c-mu",
        "weighted-score", "shadow-price", "batch-optimal",
    ];

    /// <summary>The settings that a policy has, besides its kind.</summary>
    public static IReadOnlyList<string> SettingsOf(string kind) => kind switch
    {
        "weighted-score" => ["waitWeight", "idleWeight", "levelWeight"],
        "shadow-price" => ["prices", "maxPrice", "learnedPrice", "learningRate", "waitWeight", "levelWeight"],
        "batch-optimal" => ["window", "waitWeight", "levelWeight"],
        _ => [],
    };

    public static RoutingPolicy Policy(PolicyModel model, double ticks) => model.Kind switch
    {
        "round-robin" => new RoundRobinPolicy(),
        "least-loaded" => new LeastLoadedPolicy(),
        "most-capable" => new MostCapablePolicy(),
        "queue-ratio" => new QueueRatioPolicy(),
        "generalized-c-mu" => new GeneralizedCMuPolicy(),
        "weighted-score" => new WeightedScorePolicy
        {
            WaitWeights = [model.WaitWeight / ticks],
            IdleWeight = model.IdleWeight / ticks,
            LevelWeight = model.LevelWeight,
        },
        "shadow-price" => Shadow(model, ticks),
        "batch-optimal" => new BatchOptimalPolicy(
            Math.Max(1, (long)(model.Window * ticks)),
            (in WorkAgentPair pair) => (model.LevelWeight * pair.Levels) + (model.WaitWeight * pair.Wait / ticks)),
        _ => new LongestIdlePolicy(),
    };

    private static ShadowPricePolicy Shadow(PolicyModel model, double ticks) => new()
    {
        Prices = new Dictionary<string, double>(model.Prices, StringComparer.Ordinal),
        LevelWeight = model.LevelWeight,
        WaitWeight = model.WaitWeight / ticks,
        MaxPrice = model.MaxPrice ?? double.PositiveInfinity,
        LearnedPrice = model.LearnedPrice,
        LearningRate = model.LearningRate,
    };
}
