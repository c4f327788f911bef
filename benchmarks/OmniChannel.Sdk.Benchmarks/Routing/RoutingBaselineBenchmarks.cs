using BenchmarkDotNet.Attributes;

namespace OmniChannel.Routing;

/// <summary>How many times faster is a full step of the core (match, capacity, offer, acceptance, facts) than a query or a loop that only matches?</summary>
[MemoryDiagnoser]
public class RoutingBaselineBenchmarks
{
    private CoreFloor _core = null!;
    private LinqFloor _linq = null!;
    private MaskFloor _mask = null!;

    [Params(1_000, 10_000)]
    public int Agents { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        var scene = new RoutingScene(Agents, levels: false);
        (_core, _linq, _mask) = (new(scene, backlog: 0, offers: true, explain: false), new(scene), new(scene));
    }

    [Benchmark(Baseline = true)]
    public object? LinqHashSetLock() => _linq.Step();

    [Benchmark]
    public int LoopOverMasks() => _mask.Step();

    [Benchmark]
    public int Core() => _core.Step();
}
