using System.Diagnostics;
using OmniChannel.Identity.Matching.Blocking;
using OmniChannel.Identity.Matching.Clustering;
using OmniChannel.Identity.Matching.Comparing;
using OmniChannel.Identity.Matching.Fields;
using OmniChannel.Identity.Matching.Training;

namespace OmniChannel.Identity.Matching;

/// <summary>One run over a set of records: prepare, train, predict, cluster.</summary>
internal sealed class MatchRun(RecordSet records, MatchSchema schema, MatchOptions options, bool[]? sources, Action<MatchStage> progress)
{
    // Pairs so far below even odds do not come back in later rounds; before training the weights are still rough.
    private const double Floor = -15;
    private const double FirstFloor = -25;

    // Pairs under this have too little in common for their clusters to be looked at.
    private const double Common = -10;
    private const int RandomSample = 60_000;
    private const long FirstPairs = 300_000;
    private const int MostLikely = 2000;
    private const int FirstRounds = 15;
    private const int Rounds = 20;

    private readonly int threads = options.MaxDegreeOfParallelism;
    private readonly Stopwatch watch = Stopwatch.StartNew();
    private bool[]? second;

    public MatchResult Execute()
    {
        progress(MatchStage.Preparing);
        var columns = schema.Fields.SelectMany(field => field.Columns).Distinct(StringComparer.Ordinal).Select(records.Position).Order();
        var order = RecordOrder.Of(records, columns);
        var prepared = PreparedRecords.Prepare(records, schema, order, threads);
        second = sources is null ? null : Array.ConvertAll(order, record => sources[record]);
        progress(MatchStage.Training);
        var model = Start(prepared);
        var random = new RandomLevels(model, RandomSample, threads);
        var keys = LearnKeys(model, random);
        var households = model.Household;
        var train = watch.Elapsed;

        progress(MatchStage.Predicting);
        var candidates = new Blocker(keys, prepared.Count, second, threads).Pairs(Math.Min((long)options.PairsPerRecord * prepared.Count, Array.MaxLength / 2));
        var pairs = TrainingPairs.Compare(model, candidates, Floor, threads);
        var compared = watch.Elapsed;

        progress(MatchStage.Training);
        Learn(model, pairs, random, households);
        model.LearnFrequencies(new ClusterBuilder(model).Build(Score(model, pairs), 0));
        Learn(model, pairs, random, households);
        var trained = watch.Elapsed;
        keys.SelectMany(key => new[] { key.First, key.Second }).ToList().ForEach(source => source?.Forget());

        progress(MatchStage.Clustering);
        var scored = Score(model, pairs);
        var threshold = PrecisionThreshold.Choose(scored, options.Precision);
        var over = Array.FindAll(scored, pair => pair.Bits >= threshold);
        var clusters = new ClusterBuilder(model).Build(over, threshold);
        new ClusterJoiner(model, clusters, threshold).Join(Array.FindAll(scored, pair => pair.Bits >= Common));
        return new(model, keys, over, clusters, second, order)
        {
            Threshold = threshold,
            ExpectedPrecision = over.Length == 0 ? 1 : over.Average(pair => LinkModel.Probability(pair.Bits)),
            ExpectedLeftOut = scored.Where(pair => pair.Bits < threshold).Sum(pair => LinkModel.Probability(pair.Bits)),
            ComparedPairs = candidates.Pairs.Length,
            Timings = new() { Train = train + trained - compared, Predict = compared - train, Cluster = watch.Elapsed - trained },
        };
    }

    private LinkModel Start(PreparedRecords prepared)
    {
        var count = Math.Max(2, prepared.Count);
        var model = new LinkModel(prepared)
        {
            Prior = 0.5 / count,
            Household = 0.5 / count,
            AllPairs = Math.Max(1, second is null ? count * (count - 1.0) / 2 : second.Count(s => s) * (double)second.Count(s => !s)),
            Dependences = DependenceLearner.Learn(prepared, threads),
        };
        model.Refresh();
        return model;
    }

    /// <summary>A first model from plain keys, and from its likely matches the keys that pay.</summary>
    private List<BlockingKey> LearnKeys(LinkModel model, RandomLevels random)
    {
        var count = model.Records.Count;
        var sources = KeySources.All(model.Records, threads);
        var all = KeySources.Keys(sources);
        var candidates = new Blocker(KeySources.FirstKeys(all), count, second, threads).Pairs(Math.Min(10L * count, FirstPairs));
        var pairs = TrainingPairs.Compare(model, candidates, FirstFloor, threads);
        if (options.Model is null)
        {
            new Trainer(model, pairs, random, 0, threads).Learn(FirstRounds);
        }
        else
        {
            options.Model.CopyTo(model);
        }

        var chosen = new KeyLearner(all, count, threads).Choose(Likely(model, pairs), 2L * options.PairsPerRecord * count);
        return chosen;
    }

    private void Learn(LinkModel model, TrainingPairs pairs, RandomLevels random, double households)
    {
        if (options.Model is null)
        {
            new Trainer(model, pairs, random, households, threads).Learn(Rounds);
        }
    }

    private static List<(int A, int B, double P)> Likely(LinkModel model, TrainingPairs pairs)
    {
        var likely = new List<(int, int, double)>();
        for (var i = 0; i < pairs.Count; i++)
        {
            var p = LinkModel.Probability(model.Score(pairs.Levels(i), pairs.Left(i), pairs.Right(i)));
            if (p > 0.5)
            {
                likely.Add((pairs.Left(i), pairs.Right(i), p));
            }
        }

        // Every n-th is enough to tell which keys pay.
        var stride = 1 + (likely.Count / MostLikely);
        return [.. likely.Where((_, i) => i % stride == 0)];
    }

    private ScoredPair[] Score(LinkModel model, TrainingPairs pairs)
    {
        var scored = new ScoredPair[pairs.Count];
        Partitions.Run(pairs.Count, threads, (_, start, end) =>
        {
            for (var i = start; i < end; i++)
            {
                var (a, b) = (pairs.Left(i), pairs.Right(i));
                scored[i] = new() { Left = a, Right = b, Bits = model.Score(pairs.Levels(i), a, b) };
            }
        });
        return scored;
    }
}
