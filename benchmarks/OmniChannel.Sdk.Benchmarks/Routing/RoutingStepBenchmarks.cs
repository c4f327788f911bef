using BenchmarkDotNet.Attributes;

namespace OmniChannel.Routing;

/// <summary>What do backlog, levels, offers and explanations cost? The baseline has none of them.</summary>
[MemoryDiagnoser]
public class RoutingStepBenchmarks
{
    private CoreFloor _plain = null!;
    private CoreFloor _backlog = null!;
    private CoreFloor _long = null!;
    private CoreFloor _levels = null!;
    private CoreFloor _offers = null!;
    private CoreFloor _explained = null!;

    [Params(1_000, 10_000)]
    public int Agents { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        var scene = new RoutingScene(Agents, levels: false);
        _plain = new(scene, backlog: 0, offers: false, explain: false);
        _backlog = new(scene, backlog: 10_000, offers: false, explain: false);
        _long = new(scene, backlog: 100_000, offers: false, explain: false);
        _levels = new(new(Agents, levels: true), backlog: 10_000, offers: false, explain: false);
        _offers = new(scene, backlog: 10_000, offers: true, explain: false);
        _explained = new(scene, backlog: 10_000, offers: true, explain: true);
    }

    [Benchmark(Baseline = true)]
    public int Plain() => _plain.Step();

    [Benchmark]
    public int Backlog10K() => _backlog.Step();

    [Benchmark]
    public int Backlog100K() => _long.Step();

    [Benchmark]
    public int Backlog10KLevels() => _levels.Step();

    [Benchmark]
    public int Backlog10KOffers() => _offers.Step();

    [Benchmark]
    public int Backlog10KOffersExplained() => _explained.Step();
}
