using BenchmarkDotNet.Attributes;

namespace OmniChannel.Identity;

/// <summary>What do limits, evidence, undo and facts cost an event of two known identifiers, over two look-ups and a union-find?</summary>
[MemoryDiagnoser]
public class IdentityEventBenchmarks
{
    private readonly List<GraphFact> _facts = [];
    private readonly BareFloor _bare = new();
    private readonly DictionaryFloor _dictionary = new();
    private IdentityGraph _graph = null!;
    private ScaleEvents _events = null!;
    private (Identifier First, Identifier Second)[] _strings = [];
    private (IdentifierRef First, IdentifierRef Second)[] _refs = [];
    private int _next;

    [Params(100_000, 1_000_000)]
    public int Identifiers { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        _graph = new([.. Enumerable.Range(0, 32).Select(i => (byte)i)]);
        _events = new(Identifiers);
        _strings = new (Identifier, Identifier)[_events.Count];
        _refs = new (IdentifierRef, IdentifierRef)[_events.Count];
        for (var i = 0; i < _events.Count; i++)
        {
            var (person, first, second) = _events.At(i);
            _strings[i] = (ScaleEvents.Make(person, first), ScaleEvents.Make(person, second));
            _refs[i] = (_graph.Read(_strings[i].First)!.Value, _graph.Read(_strings[i].Second)!.Value);
            _bare.Observe(_refs[i].First.Key, _refs[i].Second.Key);
            _dictionary.Observe(_strings[i].First.Value, _strings[i].Second.Value, default);
            _graph.Observe(_refs[i].First, _refs[i].Second, Evidence(i), _facts);
            _facts.Clear();
        }
    }

    [Benchmark(Baseline = true)]
    public int LookUpsAndUnionFind()
    {
        var (first, second) = _refs[Next()];
        return _bare.Observe(first.Key, second.Key);
    }

    [Benchmark]
    public long DictionaryAndLock()
    {
        var (first, second) = _strings[Next()];
        return _dictionary.Observe(first.Value, second.Value, default);
    }

    [Benchmark]
    public long Graph()
    {
        var at = Next();
        return _graph.Observe(_refs[at].First, _refs[at].Second, Evidence(at), _facts).Value;
    }

    [Benchmark]
    public long GraphOutOfStrings()
    {
        var at = Next();
        return _graph.Observe(_graph.Read(_strings[at].First)!.Value, _graph.Read(_strings[at].Second)!.Value, Evidence(at), _facts).Value;
    }

    private int Next() => _next = _next + 1 == _events.Count ? 0 : _next + 1;

    private IdentityEvidence Evidence(int index) => new() { Assurance = Assurance.Verified, Source = "session", At = _events.TimeOf(index) };
}
