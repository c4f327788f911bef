using System.Globalization;

namespace OmniChannel.Identity;

/// <summary>How many people a design takes for one, and how many it keeps in pieces, in a world whose truth is known.</summary>
internal static class TruthFigures
{
    private static readonly byte[] HashKey = [.. Enumerable.Range(0, 32).Select(i => (byte)i)];

    public static void Print(TextWriter output, int people, string named = "")
    {
        output.WriteLine("truth: design | customers of several people | of these with a mistyped value | largest | recall of a person's pairs");
        foreach (var (seed, rules) in (ReadOnlySpan<(int, TruthRules)>)
            [(1, TruthRules.Seen), (2, TruthRules.Seen), (3, TruthRules.Seen), (1, TruthRules.Typed), (2, TruthRules.Typed), (1, TruthRules.Harsh),
                (101, TruthRules.HeldOut), (102, TruthRules.HeldOut), (103, TruthRules.HeldOut), (201, TruthRules.HeldOutLater), (202, TruthRules.HeldOutLater), (203, TruthRules.HeldOutLater)])
        {
            if (!rules.Name.StartsWith(named, StringComparison.Ordinal))
            {
                continue;
            }

            var world = new TruthWorld(seed, people, rules);
            var graph = new IdentityGraph(HashKey);
            var counts = new int[Enum.GetValues<GraphFactKind>().Length];
            var computed = Run(world, graph, counts);
            Row(output, $"seed {seed}, {rules.Name}: graph", world, i => graph.Read(i) is { } read ? graph.Find(read.Key).Value : 0);
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"   {world.Seen.Count} events, {graph.IdentifierCount} identifiers; {computed.Count} events computed a neighbourhood: p50 {At(computed, 0.5):F1} us, p99 {At(computed, 0.99):F1} us, max {At(computed, 1):F0} us; moves {counts[(int)GraphFactKind.Moved]}, refused {counts[(int)GraphFactKind.Refused]}, hubs {counts[(int)GraphFactKind.HubCut]}"));
            Floor(output, $"seed {seed}: union-find", world, _ => true);
            // What is left to a design that knows the truth and uses no value that several people have.
            Floor(output, $"seed {seed}: own values", world, s => world.Owner[s.First] >= 0 && world.Owner[s.Second] >= 0);
        }
    }

    private static void Floor(TextWriter output, string what, TruthWorld world, Func<TruthWorld.SeenEvent, bool> uses)
    {
        var reader = new IdentityGraph(HashKey);
        var floor = new BareFloor();
        foreach (var seen in world.Seen.Where(s => s.Assurance != Assurance.Claimed && uses(s)))
        {
            if (reader.Read(seen.First) is { } a && reader.Read(seen.Second) is { } b)
            {
                floor.Observe(a.Key, b.Key);
            }
        }

        Row(output, what, world, i => reader.Read(i) is { } read ? floor.RootOf(read.Key) + 1 : 0);
    }

    /// <summary>Times of the events that took computing, in microseconds.</summary>
    private static List<double> Run(TruthWorld world, IdentityGraph graph, int[] counts)
    {
        var times = new List<double>();
        var facts = new List<GraphFact>();
        foreach (var seen in world.Seen)
        {
            if (graph.Read(seen.First) is not { } first || graph.Read(seen.Second) is not { } second)
            {
                continue;
            }

            var before = graph.ComputedCount;
            var start = System.Diagnostics.Stopwatch.GetTimestamp();
            graph.Observe(first, second, new() { Assurance = seen.Assurance, Source = seen.Source, At = seen.At }, facts);
            facts.ForEach(f => counts[(int)f.Kind]++);
            facts.Clear();
            if (graph.ComputedCount != before)
            {
                times.Add(System.Diagnostics.Stopwatch.GetElapsedTime(start).TotalMicroseconds);
            }
        }

        times.Sort();
        return times;
    }

    private static double At(List<double> times, double part) => times.Count == 0 ? 0 : times[(int)((times.Count - 1) * part)];

    private static void Row(TextWriter output, string what, TruthWorld world, Func<Identifier, long> customerOf)
    {
        // What was only claimed, or only seen with a blocked value, no design can find.
        var reader = new IdentityGraph(HashKey);
        var seen = world.Seen.Where(s => s.Assurance != Assurance.Claimed && reader.Read(s.First) is not null && reader.Read(s.Second) is not null)
            .SelectMany(s => (Identifier[])[s.First, s.Second]).ToHashSet();
        var own = world.Owner.Where(o => o.Value >= 0 && seen.Contains(o.Key)).Select(o => (Person: o.Value, Customer: customerOf(o.Key))).Where(o => o.Customer != 0).ToList();
        var customers = own.GroupBy(o => o.Customer).Select(g => (g.Key, People: g.Select(o => o.Person).Distinct().Count())).ToList();
        var mistyped = world.Mistyped.Select(customerOf).ToHashSet();
        var (found, all) = (0L, 0L);
        foreach (var person in own.GroupBy(o => o.Person))
        {
            var count = (long)person.Count();
            all += count * (count - 1) / 2;
            found += person.GroupBy(o => o.Customer).Sum(g => (long)g.Count() * (g.Count() - 1) / 2);
        }

        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{what,-20} | {customers.Count(c => c.People > 1),8} | {customers.Count(c => c.People > 1 && mistyped.Contains(c.Key)),8} | {customers.Max(c => c.People),7} | {100.0 * found / all:F2} %"));
    }
}
