using BenchmarkDotNet.Running;
using OmniChannel.Matching;

// `matching [records]` prints what BenchmarkDotNet averages away: a whole run, and percentiles of single records taken in.
if (args is ["matching", ..])
{
    MatchingFigures.Print(Console.Out, args.Length > 1 ? int.Parse(args[1], System.Globalization.CultureInfo.InvariantCulture) : 50_000);
    return;
}

BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
