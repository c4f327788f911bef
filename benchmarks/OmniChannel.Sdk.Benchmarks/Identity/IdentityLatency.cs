using System.Diagnostics;
using System.Globalization;

namespace OmniChannel.Identity;

/// <summary>Percentiles of single events, rates, memory and the times of undo; then the generator with truth.</summary>
internal static class IdentityLatency
{
    private const int Steps = 500_000;
    private static readonly byte[] HashKey = [.. Enumerable.Range(0, 32).Select(i => (byte)i)];

    public static void Print(TextWriter output, IReadOnlyList<int> sizes)
    {
        output.WriteLine("identifiers | what                         |  events/s   p50 ns   p99 ns   B/event | B/identifier");
        foreach (var size in sizes)
        {
            Graph(output, size);
            Floors(output, size);
        }

        New(output);
        Undos(output);
    }

    /// <summary>
    /// New identifiers in one fresh graph after the other: the first run is of code that is not yet compiled for good, which is most of its
    /// slowest hundredth.
    /// </summary>
    public static void New(TextWriter output)
    {
        const int size = 100_000;
        var events = new ScaleEvents(size);
        var keys = new IdentityGraph(HashKey);
        var refs = new IdentifierRef[events.People * ScaleEvents.Each];
        for (var i = 0; i < refs.Length; i++)
        {
            refs[i] = keys.Read(ScaleEvents.Make(i / ScaleEvents.Each, i % ScaleEvents.Each))!.Value;
        }

        var facts = new List<GraphFact>();
        for (var run = 1; run <= 6; run++)
        {
            var graph = new IdentityGraph(HashKey);
            GC.Collect();
            Row(output, size, $"graph: new ones, run {run}", Measure(events.Count, i => One(graph, refs, events, i, facts)), 0);
        }
    }

    public static void Undos(TextWriter output)
    {
        foreach (var size in (ReadOnlySpan<int>)[100, 1_000])
        {
            Undo(output, size);
        }
    }

    private static void Graph(TextWriter output, int size)
    {
        var events = new ScaleEvents(size);
        var graph = new IdentityGraph(HashKey);
        var refs = new IdentifierRef[events.People * ScaleEvents.Each];
        for (var i = 0; i < refs.Length; i++)
        {
            refs[i] = graph.Read(ScaleEvents.Make(i / ScaleEvents.Each, i % ScaleEvents.Each))!.Value;
        }

        var before = GC.GetTotalMemory(forceFullCollection: true);
        var facts = new List<GraphFact>();
        Row(output, size, "graph: all events, new ones", Measure(events.Count, i => One(graph, refs, events, i, facts)), 0);
        var bytes = (GC.GetTotalMemory(forceFullCollection: true) - before) / (double)graph.IdentifierCount;
        Row(output, size, "graph: known ones", Best(() => Measure(Steps, i => One(graph, refs, events, i, facts))), bytes);
        Row(output, size, "graph: known, with a mark each", Best(() => Measure(Steps, i =>
        {
            var mark = graph.Mark();
            One(graph, refs, events, i, facts);
            graph.ForgetTo(mark);
        })), 0);

        // In the order of the events, so that what is measured is the graph and not the cache misses of the made-up strings.
        var some = Math.Min(Steps, events.Count);
        var strings = new (Identifier First, Identifier Second)[some];
        for (var i = 0; i < some; i++)
        {
            var (person, first, second) = events.At(i);
            strings[i] = (ScaleEvents.Make(person, first), ScaleEvents.Make(person, second));
        }

        Row(output, size, "graph: known, out of strings", Best(() => Measure(some, i =>
        {
            facts.Clear();
            graph.Observe(graph.Read(strings[i].First)!.Value, graph.Read(strings[i].Second)!.Value, Evidence(events.TimeOf(i)), facts);
        })), 0);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{size,11} | computed anew: {graph.ComputedCount}"));
    }

    private static void Floors(TextWriter output, int size)
    {
        var events = new ScaleEvents(size);
        var keys = new IdentityGraph(HashKey);
        var refs = new IdentifierRef[events.People * ScaleEvents.Each];
        for (var i = 0; i < refs.Length; i++)
        {
            refs[i] = keys.Read(ScaleEvents.Make(i / ScaleEvents.Each, i % ScaleEvents.Each))!.Value;
        }

        var before = GC.GetTotalMemory(forceFullCollection: true);
        var bare = new BareFloor();
        Row(output, size, "floor: look-ups + union-find", Measure(events.Count, i => Bare(bare, refs, events, i)), 0);
        var bytes = (GC.GetTotalMemory(forceFullCollection: true) - before) / (double)bare.Count;
        Row(output, size, "floor: the same, known", Best(() => Measure(Steps, i => Bare(bare, refs, events, i))), bytes);
        if (size > 1_000_000)
        {
            return;
        }

        before = GC.GetTotalMemory(forceFullCollection: true);
        var dictionary = new DictionaryFloor();
        var add = Measure(events.Count, i =>
        {
            var (person, first, second) = events.At(i);
            dictionary.Observe(ScaleEvents.Make(person, first).Value, ScaleEvents.Make(person, second).Value, default);
        });
        bytes = (GC.GetTotalMemory(forceFullCollection: true) - before) / (double)size;
        Row(output, size, "Dictionary + lock, new ones", add, bytes);
        if (size > 100_000)
        {
            return;
        }

        using var sqlite = new SqliteFloor();
        Row(output, size, "SQLite in memory, new ones", Measure(events.Count, i =>
        {
            var (person, first, second) = events.At(i);
            sqlite.Observe(ScaleEvents.Make(person, first).Value, ScaleEvents.Make(person, second).Value);
        }), 0);
    }

    /// <summary>
    /// One undo in each of many graphs: the first of all, made of code that was never run, and then those after which the code is compiled for
    /// good. What a collection, or another process on the core, was part of is said apart.
    /// </summary>
    private static void Undo(TextWriter output, int size)
    {
        var rules = new IdentityRules { Types = [.. IdentifierDefinitions.Default.Select(d => d with { PerCustomer = null, PerCustomerObserved = null, SharedBy = null })] };
        var random = new Random(5);
        var times = new List<(double Time, double Waited, bool Collected)>();
        for (var round = 0; round < 150; round++)
        {
            var (graph, joined) = TwoTrees(rules, random, size, round);
            var collections = GC.CollectionCount(0);
            var waited = Waited();
            var start = Stopwatch.GetTimestamp();
            graph.Undo(joined, new(2026, 1, 3, 0, 0, 0, TimeSpan.Zero), []);
            var time = Stopwatch.GetElapsedTime(start).TotalMicroseconds;
            times.Add((time, Waited() - waited, GC.CollectionCount(0) != collections));
            if (graph.IdentifiersOf(joined).Count != size - (size / 2))
            {
                throw new InvalidOperationException("The undo did not part them.");
            }
        }

        var warm = times.Skip(100).OrderBy(t => t.Time).ToList();
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"undo of one merge at {size} identifiers: first {times[0].Time:F0} us, largest of the next 99 {times.Skip(1).Take(99).Max(t => t.Time):F0} us; then p50 of 50 {warm[25].Time:F0} us, largest {warm[^1].Time:F0} us, less what it waited for a core {warm.Max(t => t.Time - t.Waited):F0} us; {warm.Count(t => t.Collected)} with a collection"));
    }

    /// <summary>How long this thread was ready but had no core, in microseconds; 0 where the system does not say.</summary>
    private static double Waited() => File.Exists("/proc/thread-self/schedstat")
        ? double.Parse(File.ReadAllText("/proc/thread-self/schedstat").Split(' ')[1], CultureInfo.InvariantCulture) / 1000
        : 0;

    /// <summary>A customer that a tie between two trees of identifiers made, with the id that the second had before.</summary>
    private static (IdentityGraph Graph, CustomerId Joined) TwoTrees(IdentityRules rules, Random random, int size, int round)
    {
        var graph = new IdentityGraph(HashKey, rules);
        var facts = new List<GraphFact>();
        var refs = Enumerable.Range(0, size).Select(i => graph.Read(Identifier.Device($"d{round}.{i}"))!.Value).ToArray();
        for (var i = 0; i < size; i++)
        {
            graph.Add(refs[i], facts);
            if (i != size / 2 && i > 0)
            {
                var with = i < size / 2 ? random.Next(i) : (size / 2) + random.Next(i - (size / 2));
                graph.Observe(refs[i], refs[with], Evidence(new(2026, 1, 1, 0, 0, i % 60, TimeSpan.Zero)), facts);
            }
        }

        var joined = graph.Find(refs[size / 2].Key);
        graph.Observe(refs[random.Next(size / 2)], refs[(size / 2) + random.Next(size / 2)], Evidence(new(2026, 1, 2, 0, 0, 0, TimeSpan.Zero)), facts);
        return (graph, joined);
    }

    private static void One(IdentityGraph graph, IdentifierRef[] refs, ScaleEvents events, int index, List<GraphFact> facts)
    {
        var (person, first, second) = events.At(index);
        facts.Clear();
        graph.Observe(refs[(person * ScaleEvents.Each) + first], refs[(person * ScaleEvents.Each) + second], Evidence(events.TimeOf(index % events.Count)), facts);
    }

    private static void Bare(BareFloor bare, IdentifierRef[] refs, ScaleEvents events, int index)
    {
        var (person, first, second) = events.At(index);
        bare.Observe(refs[(person * ScaleEvents.Each) + first].Key, refs[(person * ScaleEvents.Each) + second].Key);
    }

    private static IdentityEvidence Evidence(DateTimeOffset at) => new() { Assurance = Assurance.Verified, Source = "session", At = at };

    private static Sample Best(Func<Sample> measure) => Enumerable.Range(0, 3).Select(_ => measure()).MinBy(m => m.P50)!;

    private static Sample Measure(int steps, Action<int> step)
    {
        var taken = new long[steps];
        var bytes = GC.GetAllocatedBytesForCurrentThread();
        var start = Stopwatch.GetTimestamp();
        for (var i = 0; i < steps; i++)
        {
            var before = Stopwatch.GetTimestamp();
            step(i);
            taken[i] = Stopwatch.GetTimestamp() - before;
        }

        var all = Stopwatch.GetElapsedTime(start);
        bytes = GC.GetAllocatedBytesForCurrentThread() - bytes;
        Array.Sort(taken);
        var unit = 1e9 / Stopwatch.Frequency;
        return new(steps / all.TotalSeconds, taken[steps / 2] * unit, taken[(int)(steps * 0.99)] * unit, (double)bytes / steps);
    }

    private static void Row(TextWriter output, int size, string what, Sample sample, double bytes) => output.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"{size,11} | {what,-28} | {sample.Rate,9:F0} {sample.P50,8:F0} {sample.P99,8:F0} {sample.Bytes,9:F2} | {(bytes > 0 ? bytes.ToString("F1", CultureInfo.InvariantCulture) : ""),12}"));

    private sealed record Sample(double Rate, double P50, double P99, double Bytes);
}
