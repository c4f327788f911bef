using System.Diagnostics;
using System.Globalization;
using OmniChannel.Customers;
using OmniChannel.Identity;
using OmniChannel.Identity.Matching;
using OmniChannel.Identity.Matching.Live;

namespace OmniChannel.Matching;

/// <summary>
/// One new customer record against a base of many, as the engine does it with <see cref="MatchPolicy.Link"/>: its atom, the comparison with the
/// waterfall of each pair found, its cluster, and the ties and customer ids that follow in the ledger. Without reading the row and the commit.
/// </summary>
internal static class LiveFigures
{
    private const int Trained = 50_000;
    private const int Warm = 2_000;
    private const int Added = 20_000;
    private const int MostFound = 64;
    private const int MostPerRecord = 5;
    private static readonly byte[] HashKey = [.. Enumerable.Range(0, 32).Select(i => (byte)i)];
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static void Print(TextWriter output, IReadOnlyList<int> sizes)
    {
        var learned = new PeopleGenerator(11).Make(Trained, []);
        var schema = MatchSchema.Infer(learned);
        var matcher = TrainedMatcher.Of(schema, new RecordMatcher(schema).Match(learned));
        output.WriteLine("records | found | joined | compare p50 us | p99 us | ledger p50 us | p99 us | all p50 us | p99 us | max us");
        foreach (var size in sizes)
        {
            Row(output, matcher, size);
        }
    }

    private static void Row(TextWriter output, TrainedMatcher matcher, int size)
    {
        var generator = new PeopleGenerator(13);
        var people = generator.Make(size, []);
        var ledger = new IdentityLedger(HashKey);
        var facts = new List<IdentityFact>();
        var atoms = Enumerable.Range(1, people.Count).Select(i => Touch(ledger, i, facts)).ToArray();
        var records = Enumerable.Range(0, people.Count).Select(i => (atoms[i], Record(i, people, i))).ToList();
        var known = new KnownRecords(matcher, new(matcher.Schema, new Dictionary<string, string>()), records, threads: 2);
        records = [];
        var order = new Random(3);
        var added = Enumerable.Range(0, Warm + Added).Select(i => Made(people.Count + i, generator.Mistyped(people, order.Next(people.Count)))).ToArray();
        GC.Collect();
        var (all, compare, ties, found, joined) = (new List<double>(Added), new List<double>(Added), new List<double>(Added), 0, 0);
        for (var i = 0; i < added.Length; i++)
        {
            facts.Clear();
            var start = Stopwatch.GetTimestamp();
            var atom = Touch(ledger, people.Count + i + 1, facts);
            var matches = known.Take(atom, added[i], MostFound);
            var compared = Stopwatch.GetElapsedTime(start);
            ledger.Match(atom, matches, links: true, Start, facts, MostPerRecord);
            if (i >= Warm)
            {
                all.Add(Stopwatch.GetElapsedTime(start).TotalMicroseconds);
                compare.Add(compared.TotalMicroseconds);
                ties.Add(all[^1] - compare[^1]);
                found += matches.Count > 0 ? 1 : 0;
                joined += ledger.Resolve(atom).Value != atom ? 1 : 0;
            }
        }

        all.Sort();
        compare.Sort();
        ties.Sort();
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{people.Count,7} | {100.0 * found / Added:F1} % | {100.0 * joined / Added:F1} % | {compare[Added / 2]:F0} | {compare[Added * 99 / 100]:F0} | {ties[Added / 2]:F0} | {ties[Added * 99 / 100]:F0} | {all[Added / 2]:F0} | {all[Added * 99 / 100]:F0} | {all[^1]:F0}"));
    }

    private static long Touch(IdentityLedger ledger, int number, List<IdentityFact> facts)
    {
        var key = new IdentifierHasher(HashKey).Hash(IdentityLedger.RecordType + "shop" + (number % 7), number.ToString(CultureInfo.InvariantCulture));
        return ledger.Touch(key, number, Start, facts, new(IdentityLedger.RecordType + "shop" + (number % 7)));
    }

    private static CustomerRecord Record(int id, RecordSet people, int record) =>
        Made(id, [.. Enumerable.Range(0, PeopleGenerator.Columns.Length).Select(c => people.Value(record, c))]);

    private static CustomerRecord Made(int id, string?[] values) => new()
    {
        ExternalId = id.ToString(CultureInfo.InvariantCulture),
        Traits = PeopleGenerator.Columns.Zip(values).Where(v => v.Second is not null).ToDictionary(v => v.First, v => v.Second!),
    };
}
