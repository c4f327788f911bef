using OmniChannel;
using OmniChannel.Identity.Matching;

namespace IdentityLab;

/// <summary>Why two records are one person, or why not: the waterfall of weights, without the values themselves.</summary>
internal static class ExplainCommand
{
    private static readonly string[] Known = [.. LabRun.Options.Split(' '), "--left", "--right", "--svg"];

    public static void Run(ReadOnlySpan<string> words)
    {
        var arguments = new Arguments("explain", words, Known);
        var (leftId, rightId) = (arguments.Required("--left"), arguments.Required("--right"));
        if (leftId == rightId)
        {
            throw new LabException("--left and --right are the same record.");
        }

        var run = LabRun.Of(arguments);
        var explanation = run.Result.Explain(run.People.Find(leftId), run.People.Find(rightId));
        Console.WriteLine($"{"",-34}{"",-28}{"bits",8}{"sum",8}");
        var sum = 0.0;
        foreach (var bar in explanation.Bars)
        {
            sum += bar.Bits;
            var common = Math.Abs(bar.FrequencyBits) >= 0.05 ? FormattableString.Invariant($"  {bar.FrequencyBits:+0.0;-0.0} of it for how {(bar.FrequencyBits > 0 ? "rare" : "common")} the value is") : "";
            Console.WriteLine(FormattableString.Invariant($"{bar.Field,-34}{bar.Level,-28}{bar.Bits,8:+0.0;-0.0;0.0}{sum,8:0.0}{common}"));
        }

        Console.WriteLine(FormattableString.Invariant($"\nchance that both are one person: {explanation.Probability:P4}"));
        Console.WriteLine($"shared blocking keys: {(explanation.SharedKeys.Count == 0 ? "none" : string.Join(", ", explanation.SharedKeys))}");
        Console.WriteLine($"{(explanation.Together ? "One cluster" : "Two clusters")}. {explanation.Verdict.ToText(Locale.English)}");
        if (arguments["--svg"] is { } picture)
        {
            OutputFile.Write(picture, WaterfallChart.Draw(explanation));
        }
    }
}
