using OmniChannel.Simulation;
using OmniChannel.Simulation.Charts;
using OmniChannel.Simulation.Scenarios;

namespace RoutingLab;

/// <summary>The commands. Exit codes: 0 done, 2 a bad command line, scenario or day.</summary>
internal static class Lab
{
    private const int Bad = 2;

    public static int Run(string[] args, TextWriter output, TextWriter error, bool quiet)
    {
        try
        {
            if (args.Length == 0 || args.Contains("--help") || args[0] is "help" or "-h")
            {
                output.WriteLine(Help.Text);
                return args.Length == 0 ? Bad : 0;
            }

            var arguments = new Arguments(args[1..]);
            Action run = args[0] switch
            {
                "simulate" => () => Simulate(arguments, output, error, quiet),
                _ => throw new UsageException($"'{args[0]}' is not a command; known: simulate, staff, explain, rehearse"),
            };
            run();
            return 0;
        }
        catch (Exception bad) when (bad is UsageException or ScenarioException)
        {
            error.WriteLine(bad.Message);
            return Bad;
        }
    }

    private static void Simulate(Arguments arguments, TextWriter output, TextWriter error, bool quiet)
    {
        var scenario = Scenario.Parse(arguments.File("scenario"));
        var (file, svg) = (arguments.Text("out"), arguments.Text("svg"));
        arguments.RefuseOthers();
        using var progress = new ProgressLine(error, quiet);
        var result = Simulator.Run(scenario, new() { Progress = progress });
        progress.Dispose();
        Save(file, ResultFile.ToJson(result));
        Save(svg, svg is null ? "" : ResultChart.Draw(result));
        output.WriteLine(Table.Of(result));
    }

    private static void Save(string? file, string text)
    {
        if (file is null)
        {
            return;
        }

        try
        {
            File.WriteAllText(file, text);
        }
        catch (Exception bad) when (bad is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new UsageException($"cannot write '{file}'");
        }
    }
}
