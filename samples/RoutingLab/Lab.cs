using OmniChannel.Simulation;
using OmniChannel.Simulation.Scenarios;

namespace RoutingLab;

/// <summary>The commands. Exit codes: 0 done, 2 a bad command line, scenario or day, each told in one line.</summary>
internal static class Lab
{
    private const int Bad = 2;

    /// <summary><paramref name="quiet"/> is true when <paramref name="error"/> is no terminal: then there is no progress.</summary>
    public static int Run(string[] args, TextWriter output, TextWriter error, bool quiet)
    {
        try
        {
            if (args.Length == 0 || args.Contains("--help") || args[0] is "help" or "-h")
            {
                output.WriteLine(Help.Text);
                return args.Length == 0 ? Bad : 0;
            }

            var command = Find(args[0]);
            var arguments = new Arguments(args[1..]);
            using var progress = new ProgressLine(error, quiet);
            output.WriteLine(command(arguments, new() { Progress = quiet ? null : progress }));
            return 0;
        }
        catch (Exception bad) when (bad is UsageException or ScenarioException)
        {
            error.WriteLine(bad.Message.ReplaceLineEndings(" "));
            return Bad;
        }
    }

    private static Func<Arguments, SimulationOptions, string> Find(string name) => name switch
    {
        "simulate" => Commands.Simulate,
        "staff" => Commands.Staff,
        "explain" => Commands.Explain,
        "rehearse" => Commands.Rehearse,
        _ => throw new UsageException($"'{name}' is not a command; known: simulate, staff, explain, rehearse; --help tells more"),
    };
}
