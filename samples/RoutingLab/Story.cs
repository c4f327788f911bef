using System.Globalization;
using System.Text;
using OmniChannel;
using OmniChannel.Simulation.Explanations;
using OmniChannel.Simulation.Rehearsals;

namespace RoutingLab;

/// <summary>A contact's decisions in words.</summary>
internal static class Story
{
    public static string Of(ContactTrace trace, string policy, Locale locale)
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"Contact {trace.Number} of class {trace.Class} comes at {trace.ArrivedAt:G6}.");
        foreach (var decision in trace.Decisions)
        {
            text.Append(CultureInfo.InvariantCulture, $"At {decision.At:G6}: ").AppendLine(decision.Agent is null ? Waits(decision, locale) : Goes(decision, trace, policy, locale));
        }

        return text.Append(CultureInfo.InvariantCulture, $"At {trace.LeftAt:G6}: {Leaves(trace)}").ToString();
    }

    private static string Goes(ContactDecision decision, ContactTrace trace, string policy, Locale locale)
    {
        var wait = decision.At - trace.ArrivedAt;
        var how = decision.At > trace.ArrivedAt
            ? string.Create(CultureInfo.InvariantCulture, $"after a wait of {wait:G4} it goes to {decision.Agent}, who became free and took the first in line")
            : $"it goes to {decision.Agent}, by {policy}";
        var next = decision.RunnerUp is null ? "" : $"; {decision.RunnerUp} would have been next";
        return $"{how}{next}. {decision.Why.ToText(locale)}";
    }

    private static string Waits(ContactDecision decision, Locale locale) => string.Create(
        CultureInfo.InvariantCulture, $"it waits, {decision.Ahead} of its class before it. {decision.Why.ToText(locale)} {Counts(decision)}");

    private static string Counts(ContactDecision decision) => string.Create(
        CultureInfo.InvariantCulture, $"(Agents present {decision.Present}, of these skilled {decision.Skilled}, of these free {decision.Free}.)");

    private static string Leaves(ContactTrace trace) => trace.Outcome switch
    {
        DayOutcome.Served => "it has been served.",
        DayOutcome.Abandoned => "it gives up.",
        _ => "it is blocked: all lines or all places in the queue are taken.",
    };
}
