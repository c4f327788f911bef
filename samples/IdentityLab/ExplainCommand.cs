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
        OutputFile.Try(arguments, "--svg");
        var people = People.Read(arguments);
        var (left, right) = (people.Find(leftId, source: 0), people.Find(rightId, source: arguments["--link"] is null ? 0 : 1));
        if (left == right)
        {
            throw new LabException("--left and --right are the same record.");
        }

        var run = LabRun.Of(arguments, people);
        var explanation = run.Result.Explain(left, right);
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
