using BenchmarkDotNet.Attributes;
using OmniChannel.Identity.Matching;
using OmniChannel.Identity.Matching.Comparing;
using OmniChannel.Identity.Matching.Fields;
using OmniChannel.Identity.Matching.Training;

namespace OmniChannel.Matching;

/// <summary>What a pair costs: levels and score over prepared records, against Jaro-Winkler on each field's text as a user would write it.</summary>
[MemoryDiagnoser]
public class PairScoringBenchmarks
{
    private const int Pairs = 10_000;

    private PreparedRecords records = null!;
    private LinkModel model = null!;
    private PairComparer comparer = null!;
    private (int A, int B)[] pairs = [];
    private string[][] texts = [];

    /// <summary>Records, a model and pairs, a tenth of them matches.</summary>
    [GlobalSetup]
    public void Prepare()
    {
        var people = new PeopleGenerator(7).Make(20_000, []);
        var result = new RecordMatcher(MatchSchema.Infer(people)).Match(people);
        (model, records) = (result.Link, result.Link.Records);
        comparer = new(records);
        var random = new Random(5);
        var place = new int[people.Count];
        for (var i = 0; i < place.Length; i++)
        {
            place[result.Order[i]] = i;
        }

        pairs = [.. Enumerable.Range(0, Pairs).Select(i => i % 10 == 0
            ? (place[result.Pairs[i].Left], place[result.Pairs[i].Right])
            : (random.Next(people.Count), random.Next(people.Count)))];
        texts = [.. Enumerable.Range(0, records.Count).Select(r => records.Fields.Select(f => f[r] < 0 ? "" : f.Table.Text(f[r]).ToString()).ToArray())];
    }

    /// <summary>Jaro-Winkler of every field's text.</summary>
    [Benchmark(Baseline = true, OperationsPerInvoke = Pairs)]
    public double PlainJaroWinkler()
    {
        double sum = 0;
        foreach (var (a, b) in pairs)
        {
            for (var f = 0; f < records.Fields.Length; f++)
            {
                sum += TextDistance.JaroWinkler(texts[a][f], texts[b][f]);
            }
        }

        return sum;
    }

    /// <summary>Levels and score.</summary>
    [Benchmark(OperationsPerInvoke = Pairs)]
    public double LevelsAndScore()
    {
        Span<byte> levels = stackalloc byte[records.Fields.Length];
        double sum = 0;
        foreach (var (a, b) in pairs)
        {
            comparer.Compare(a, b, levels);
            sum += model.Score(levels, a, b);
        }

        return sum;
    }
}
