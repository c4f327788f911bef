using BenchmarkDotNet.Running;
using OmniChannel.Routing;

// `latency` prints percentiles of single steps, which BenchmarkDotNet averages away; everything else goes to BenchmarkDotNet.
if (args is ["latency", ..])
{
    RoutingLatency.Print(Console.Out);
    return;
}

BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
