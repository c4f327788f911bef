namespace OmniChannel.Simulation.Engine;

/// <summary>Adds up what the replications have done.</summary>
internal sealed class ProgressSum(int replications, IProgress<double> watcher)
{
    private readonly double[] _done = new double[replications];

    public Action<double> For(int replication) => share =>
    {
        Volatile.Write(ref _done[replication], share);
        watcher.Report(_done.Sum() / replications);
    };
}
