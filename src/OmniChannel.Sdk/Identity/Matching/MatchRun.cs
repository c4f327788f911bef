using OmniChannel.Identity.Matching.Blocking;
using OmniChannel.Identity.Matching.Clustering;
using OmniChannel.Identity.Matching.Comparing;
using OmniChannel.Identity.Matching.Fields;
using OmniChannel.Identity.Matching.Training;

namespace OmniChannel.Identity.Matching;

/// <summary>One run over a set of records: block, train, score, cluster.</summary>
internal sealed class MatchRun(RecordSet records, MatchSchema schema, MatchOptions options)
{
    private readonly int threads = options.MaxDegreeOfParallelism;

    public PreparedRecords Prepared { get; } = PreparedRecords.Prepare(records, schema);

    public LinkModel Model { get; private set; } = null!;

    public List<BlockingKey> Keys { get; private set; } = [];

    public long[] Candidates { get; private set; } = [];

    public ScoredPair[] Scored { get; private set; } = [];

    public int[] Clusters { get; private set; } = [];

    public double Threshold { get; private set; }

    public void Train()
    {
        Model = new(Prepared) { Prior = 0.5 / Math.Max(2, Prepared.Count), Household = 0.1 / Math.Max(2, Prepared.Count) };
        var sources = KeySources.All(Prepared);
        var all = KeySources.Keys(sources);
        var random = new TrainingPairs(Prepared, RandomPairs.Draw(Prepared.Count, 100_000), [], threads);
        var firstKeys = KeySources.FirstKeys(all);
        var first = new Blocker(firstKeys, Prepared.Count, threads).Pairs(10L * Prepared.Count);
        var training = new TrainingPairs(Prepared, first, firstKeys, threads);
        Model.Dependences = DependenceLearner.Learn(Prepared);
        new Trainer(Model, training, random, 1).Learn(15);
        var matches = Likely(training);
        Keys = new KeyLearner(all, Prepared.Count, threads).Choose(matches, 2L * options.PairsPerRecord * Prepared.Count);
        Candidates = new Blocker(Keys, Prepared.Count, threads).Pairs((long)options.PairsPerRecord * Prepared.Count);
        training = new TrainingPairs(Prepared, Candidates, Keys, threads);
        new Trainer(Model, training, random, 1).Learn(20);
        new Trainer(Model, training, random, 1).Learn(20);
        Clusters = new ClusterBuilder(Model).Build(Score(training), 0);
        Model.LearnFrequencies(Clusters);
        new Trainer(Model, training, random, 1).Learn(20);
        Scored = Score(training);
    }

    public void Finish()
    {
        Threshold = PrecisionThreshold.Choose(Scored, options.Precision);
        Clusters = new ClusterBuilder(Model).Build(Scored, Threshold);
    }

    private List<(int A, int B, double P)> Likely(TrainingPairs pairs)
    {
        var likely = new List<(int, int, double)>();
        for (var i = 0; i < pairs.Count; i++)
        {
            var p = LinkModel.Probability(Model.Score(pairs.Levels(i), pairs.Left(i), pairs.Right(i)));
            if (p > 0.5)
            {
                likely.Add((pairs.Left(i), pairs.Right(i), p));
            }
        }

        return likely;
    }

    private ScoredPair[] Score(TrainingPairs pairs)
    {
        var scored = new ScoredPair[pairs.Count];
        for (var i = 0; i < scored.Length; i++)
        {
            var (a, b) = (pairs.Left(i), pairs.Right(i));
            scored[i] = new(((long)a << 32) | (uint)b, Model.Score(pairs.Levels(i), a, b));
        }

        return scored;
    }
}
