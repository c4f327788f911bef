using OmniChannel.Simulation.Grids;

namespace OmniChannel.Simulation.Engine;

public sealed class AllocationTests
{
    /// <summary>A run of three times the arrivals allocates next to nothing more: pools and pages have their size by then.</summary>
    [Fact]
    public void Replication_ThatIsLonger_AllocatesNoMore()
    {
        long Allocated(long arrivals)
        {
            var scenario = Floors.One(8, 7, patience: 0.2) with { Arrivals = arrivals, ServiceLevelTimes = [0.1] };
            var replication = new Replication(new(scenario), 0, 1, null, TestContext.Current.CancellationToken);
            var before = GC.GetAllocatedBytesForCurrentThread();
            replication.Run();
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }

        Allocated(1000);
        var (two, three) = (Allocated(60_000), Allocated(120_000));

        Assert.True(three - two < 60_000 / 4, $"{two} bytes, then {three}");
    }
}
