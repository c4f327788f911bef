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
        var (file, svg) = (arguments.Text("out"), arguments.Text("svg"));
        arguments.RefuseOthers();
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
        var (file, svg) = (arguments.Text("out"), arguments.Text("svg"));
        arguments.RefuseOthers();
        var result = StaffingSearch.Run(scenario, goal, options);
        Save(file, () => StaffingFile.ToJson(result));
        Save(svg, () => ResultChart.Draw(result.Result));
        return Table.Of(result);
    }

    public static string Explain(Arguments arguments, SimulationOptions options)
    {
        var scenario = Scenario.Parse(arguments.File("scenario"));
        var number = arguments.Whole("contact") ?? scenario.Warmup + 1;
        var locale = new Locale(arguments.Text("locale") ?? "en");
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
        var (file, svg) = (arguments.Text("out"), arguments.Text("svg"));
        arguments.RefuseOthers();
        var result = Rehearsal.Run(day, scenario, options);
        Save(file, () => RehearsalFile.ToJson(result));
        Save(svg, () => ResultChart.Draw(result.Rehearsed));
        return Table.Of(result);
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
