using BenchmarkDotNet.Attributes;

namespace OmniChannel.Routing;

/// <summary>What do backlog, levels, offers and explanations cost? The baseline has none of them.</summary>
[MemoryDiagnoser]
public class RoutingStepBenchmarks
{
    private CoreFloor _floor = null!;

    [Params(1_000, 10_000)]
    public int Agents { get; set; }

    [GlobalSetup(Target = nameof(Plain))]
    public void WithoutAnything() => Setup();

    [GlobalSetup(Target = nameof(Backlog10K))]
    public void WithBacklog() => Setup(backlog: 10_000);

    [GlobalSetup(Target = nameof(Backlog100K))]
    public void WithLongBacklog() => Setup(backlog: 100_000);

    [GlobalSetup(Target = nameof(Backlog10KLevels))]
    public void WithLevels() => Setup(backlog: 10_000, levels: true);

    [GlobalSetup(Target = nameof(Backlog10KOffers))]
    public void WithOffers() => Setup(backlog: 10_000, offers: true);

    [GlobalSetup(Target = nameof(Backlog10KOffersExplained))]
    public void WithExplanations() => Setup(backlog: 10_000, offers: true, explain: true);

    [Benchmark(Baseline = true)]
    public int Plain() => _floor.Step();

    [Benchmark]
    public int Backlog10K() => _floor.Step();

    [Benchmark]
    public int Backlog100K() => _floor.Step();

    [Benchmark]
    public int Backlog10KLevels() => _floor.Step();

    [Benchmark]
    public int Backlog10KOffers() => _floor.Step();

    [Benchmark]
    public int Backlog10KOffersExplained() => _floor.Step();

    private void Setup(int backlog = 0, bool levels = false, bool offers = false, bool explain = false) =>
        _floor = new(new(Agents, levels), backlog, offers, explain);
}
