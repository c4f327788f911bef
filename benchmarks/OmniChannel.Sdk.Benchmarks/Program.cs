using BenchmarkDotNet.Running;
using OmniChannel.Identity;
using OmniChannel.Matching;
using OmniChannel.Matching.Accuracy;
using OmniChannel.Routing;

// `latency`, `explanation`, `matching [records]`, `matching-live [records...]`, `accuracy` and `accuracy-why [part of a name] [precision]`,
// `identity [identifiers...]`, `identity-new`, `identity-undo` and `identity-truth [people] [world]` print what
// BenchmarkDotNet does not: percentiles of single steps, whole runs, and how near they come to the truth.
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
    case ["matching-live", ..]:
        LiveFigures.Print(Console.Out, [.. args.Skip(1).DefaultIfEmpty("50000").Select(a => int.Parse(a, System.Globalization.CultureInfo.InvariantCulture))]);
        break;
    case ["accuracy", ..]:
        AccuracyFigures.Print(Console.Out, args.Length > 1 ? args[1] : "", args.Length > 2 ? double.Parse(args[2], System.Globalization.CultureInfo.InvariantCulture) : 0.99);
        break;
    case ["accuracy-why", ..]:
        AccuracyDiagnosis.Print(Console.Out, args.Length > 1 ? args[1] : "", args.Length > 2 ? double.Parse(args[2], System.Globalization.CultureInfo.InvariantCulture) : 0.99);
        break;
    case ["identity", ..]:
        IdentityLatency.Print(Console.Out, [.. args.Skip(1).DefaultIfEmpty("100000").Select(a => int.Parse(a, System.Globalization.CultureInfo.InvariantCulture))]);
        break;
    case ["identity-new", ..]:
        IdentityLatency.New(Console.Out);
        break;
    case ["identity-undo", ..]:
        IdentityLatency.Undos(Console.Out);
        break;
    case ["identity-truth", ..]:
        TruthFigures.Print(Console.Out, args.Length > 1 ? int.Parse(args[1], System.Globalization.CultureInfo.InvariantCulture) : 100_000, args.Length > 2 ? args[2] : "");
        break;
    default:
        BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
        break;
}
