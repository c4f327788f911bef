using BenchmarkDotNet.Running;
using OmniChannel.Matching;
using OmniChannel.Routing;

// `latency`, `explanation` and `matching [records]` print what BenchmarkDotNet averages away: percentiles of single steps, and whole runs.
switch (args)
{
    case ["latency", ..]:
        RoutingLatency.Print(Console.Out);
        break;
    case ["explanation", ..]:
        RoutingLatency.Explanation(Console.Out);
        break;
    case ["matching", ..]:
        MatchingFigures.Print(Console.Out, args.Length > 1 ? int.Parse(args[1], System.Globalization.CultureInfo.InvariantCulture) : 50_000);
        break;
    default:
        BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
        break;
}
