using OmniChannel;
using OmniChannel.Simulation;
using OmniChannel.Simulation.Charts;
using OmniChannel.Simulation.Explanations;
using OmniChannel.Simulation.Rehearsals;
using OmniChannel.Simulation.Scenarios;
using OmniChannel.Simulation.Staffing;

namespace RoutingLab;

/// <summary>Each command reads its options, calls the package, writes files, and gives the text to print.</summary>
internal static class Commands
{
    public static string Simulate(Arguments arguments, SimulationOptions options)
    {
        var scenario = Scenario.Parse(arguments.File("scenario"));
        var (file, svg) = Outputs(arguments);
        var result = Simulator.Run(scenario, options);
        Save(file, () => ResultFile.ToJson(result));
        Save(svg, () => ResultChart.Draw(result));
        return Table.Of(result);
    }

    public static string Staff(Arguments arguments, SimulationOptions options)
    {
        var scenario = Scenario.Parse(arguments.File("scenario"));
        var goal = new StaffingGoal
        {
            Level = arguments.RequiredNumber("level"),
            Within = arguments.RequiredNumber("within"),
            MostAbandoned = arguments.Number("abandon"),
            EachClass = arguments.Flag("each-class"),
            Groups = arguments.Text("groups")?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [],
        };
        var (file, svg) = Outputs(arguments);
        var result = Search(scenario, goal, options);
        Save(file, () => StaffingFile.ToJson(result));
        Save(svg, () => ResultChart.Draw(result.Result));
        return Table.Of(result);
    }

    public static string Explain(Arguments arguments, SimulationOptions options)
    {
        var scenario = Scenario.Parse(arguments.File("scenario"));
        var number = arguments.Whole("contact") ?? scenario.Warmup + 1;
        var locale = Locale.English;
        if (arguments.Text("locale") is { } tag && !Locale.TryParse(tag, null, out locale))
        {
            throw new UsageException($"--locale: must be a language tag such as ja or en, is '{tag}'");
        }

        arguments.RefuseOthers();
        if (number < 1)
        {
            throw new UsageException("--contact must be at least 1");
        }

        return Story.Of(ContactTrace.Of(scenario, number), scenario.Policy.Kind, locale);
    }

    public static string Rehearse(Arguments arguments, SimulationOptions options)
    {
        var day = RecordedDay.Parse(arguments.File("day"));
        var scenario = Scenario.Parse(arguments.File("scenario"));
        var (file, svg) = Outputs(arguments);
        var result = Rehearsal.Run(day, scenario, options);
        Save(file, () => RehearsalFile.ToJson(result));
        Save(svg, () => ResultChart.Draw(result.Rehearsed));
        return Table.Of(result);
    }

    // A goal comes from the command line: so does the name of what is wrong with it.
    private static StaffingResult Search(Scenario scenario, StaffingGoal goal, SimulationOptions options)
    {
        try
        {
            return StaffingSearch.Run(scenario, goal, options);
        }
        catch (ScenarioException bad) when (bad.Path.StartsWith("goal.", StringComparison.Ordinal))
        {
            var name = bad.Path == "goal.mostAbandoned" ? "abandon" : bad.Path["goal.".Length..];
            throw new UsageException($"--{name}: {bad.Reason}");
        }
    }

    /// <summary>The files to write. Those that cannot be are refused before the work, not after it.</summary>
    private static (string? File, string? Svg) Outputs(Arguments arguments)
    {
        var (file, svg) = (arguments.Text("out"), arguments.Text("svg"));
        arguments.RefuseOthers();
        foreach (var path in new[] { file, svg }.OfType<string>())
        {
            if (path.Length == 0 || Directory.Exists(path) || !Directory.Exists(Path.GetDirectoryName(Path.GetFullPath(path))))
            {
                throw new UsageException($"cannot write '{path}'");
            }
        }

        return (file, svg);
    }

    private static void Save(string? file, Func<string> text)
    {
        if (file is null)
        {
            return;
        }

        try
        {
            File.WriteAllText(file, text());
        }
        catch (Exception bad) when (bad is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new UsageException($"cannot write '{file}'");
        }
    }
}
