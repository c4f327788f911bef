using System.Globalization;
using System.Text;
using OmniChannel;
using OmniChannel.Simulation.Explanations;
using OmniChannel.Simulation.Rehearsals;

namespace RoutingLab;

/// <summary>A contact's decisions in words of one language.</summary>
internal static class Story
{
    public static string Of(ContactTrace trace, string policy, Locale locale)
    {
        var text = new StringBuilder();
        text.AppendLine(StoryTexts.Say(
            locale, "comes", ("number", trace.Number.ToString(CultureInfo.InvariantCulture)), ("class", trace.Class), ("at", Number(trace.ArrivedAt, "G6"))));
        foreach (var decision in trace.Decisions)
        {
            text.AppendLine(decision.Agent is null ? Waits(decision, locale) : Goes(decision, trace, policy, locale));
        }

        return text.Append(StoryTexts.Say(locale, Leaves(trace), ("at", Number(trace.LeftAt, "G6")))).ToString();
    }

    private static string Goes(ContactDecision decision, ContactTrace trace, string policy, Locale locale)
    {
        var next = decision.RunnerUp is null ? "" : StoryTexts.Say(locale, "next", ("agent", decision.RunnerUp));
        return StoryTexts.Say(
            locale,
            decision.At > trace.ArrivedAt ? "after-a-wait" : "at-once",
            ("at", Number(decision.At, "G6")),
            ("wait", Number(decision.At - trace.ArrivedAt, "G4")),
            ("agent", decision.Agent!),
            ("policy", policy),
            ("next", next)) + decision.Why.ToText(locale);
    }

    private static string Waits(ContactDecision decision, Locale locale) =>
        StoryTexts.Say(locale, "waits", ("at", Number(decision.At, "G6")), ("ahead", Number(decision.Ahead, "G9")))
        + decision.Why.ToText(locale)
        + StoryTexts.Say(
            locale,
            "counts",
            ("present", Number(decision.Present, "G9")),
            ("skilled", Number(decision.Skilled, "G9")),
            ("free", Number(decision.Free, "G9")));

    private static string Leaves(ContactTrace trace) => trace.Outcome switch
    {
        DayOutcome.Served => "served",
        DayOutcome.Abandoned => "abandoned",
        _ => "blocked",
    };

    private static string Number(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}
