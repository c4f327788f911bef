using OmniChannel.Identity.Matching.Blocking;
using OmniChannel.Identity.Matching.Clustering;
using OmniChannel.Identity.Matching.Comparing;
using OmniChannel.Identity.Matching.Fields;
using OmniChannel.Identity.Matching.Training;

namespace OmniChannel.Identity.Matching;

/// <summary>One run over a set of records: block, train, score, cluster.</summary>
internal sealed class MatchRun(RecordSet records, MatchSchema schema, MatchOptions options)
{
    // Pairs so far below even odds do not come back in later rounds.
    private const double Floor = -15;

    private const int RandomSample = 60_000;
    private const long FirstPairs = 300_000;
    private const int MostLikely = 4000;

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
        var sw = System.Diagnostics.Stopwatch.StartNew(); void T(string n) { if (Environment.GetEnvironmentVariable("TT") == "1") { Console.Error.WriteLine($"{n} cpu {System.Diagnostics.Process.GetCurrentProcess().TotalProcessorTime.TotalMilliseconds:F0} {sw.ElapsedMilliseconds} ms, {GC.GetTotalMemory(false) >> 20} MB"); sw.Restart(); } }
        var count = Prepared.Count;
        Model = new(Prepared) { Prior = 0.5 / Math.Max(2, count), Household = 0.1 / Math.Max(2, count), Dependences = DependenceLearner.Learn(Prepared) };
        T("deps");
        var sources = KeySources.All(Prepared);
        T("sources");
        var all = KeySources.Keys(sources);
        var first = KeySources.FirstKeys(all);
        var random = new RandomLevels(Model, RandomSample, threads);
        T("random");
        var cc = new Blocker(first, count, threads).Pairs(Math.Min(10L * count, FirstPairs));
        T("block1 " + first.Count);
        var training = TrainingPairs.Compare(Model, cc, Floor - 10, threads);
        T("pairs1 " + cc.Pairs.Length + " " + training.Count);
        new Trainer(Model, training, random, 0).Learn(15);
        var households = Model.Household;
        T("em1");
        Keys = new KeyLearner(all, count, threads).Choose(Likely(training), 2L * options.PairsPerRecord * count);
        T("learn");
        var candidates = new Blocker(Keys, count, threads).Pairs((long)options.PairsPerRecord * count);
        T("block2 " + Keys.Count);
        Candidates = candidates.Pairs;
        training = TrainingPairs.Compare(Model, candidates, Floor, threads);
        T("pairs2 " + candidates.Pairs.Length + " " + training.Count);
        new Trainer(Model, training, random, households).Learn(20);
        T("em2");
        Clusters = new ClusterBuilder(Model).Build(Score(training), 0);
        Model.LearnFrequencies(Clusters);
        T("cluster");
        new Trainer(Model, training, random, households).Learn(20);
        Scored = Score(training);
        T("em3");
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

        // Every n-th is enough to tell which keys pay.
        var stride = 1 + (likely.Count / MostLikely);
        return [.. likely.Where((_, i) => i % stride == 0)];
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
