using BenchmarkDotNet.Running;
using OmniChannel.Identity;
using OmniChannel.Matching;
using OmniChannel.Routing;

// `latency`, `matching [records]` and `identity [identifiers...]` print what BenchmarkDotNet averages away: percentiles of single steps, and whole runs.
switch (args)
{
    case ["latency", ..]:
        RoutingLatency.Print(Console.Out);
        break;
    case ["matching", ..]:
        MatchingFigures.Print(Console.Out, args.Length > 1 ? int.Parse(args[1], System.Globalization.CultureInfo.InvariantCulture) : 50_000);
        break;
    case ["identity", ..]:
        IdentityLatency.Print(Console.Out, [.. args.Skip(1).DefaultIfEmpty("100000").Select(a => int.Parse(a, System.Globalization.CultureInfo.InvariantCulture))]);
        break;
    case ["identity-truth", ..]:
        TruthFigures.Print(Console.Out, args.Length > 1 ? int.Parse(args[1], System.Globalization.CultureInfo.InvariantCulture) : 100_000);
        break;
    default:
        BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
        break;
}
