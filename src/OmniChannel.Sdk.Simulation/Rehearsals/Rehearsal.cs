using OmniChannel.Simulation.Engine;
using OmniChannel.Simulation.Scenarios;
using OmniChannel.Simulation.Statistics;

namespace OmniChannel.Simulation.Rehearsals;

/// <summary>
/// Plays a recorded day again under a scenario's agents and rules. What was recorded is kept; what was not is drawn from the
/// classes. Who was served after a wait has at least that much patience.
/// </summary>
public static class Rehearsal
{
    /// <summary>Rehearses. The scenario's arrivals, warm-up and horizon are not used: the day has its own.</summary>
    /// <exception cref="ScenarioException">The day and the scenario do not fit; the message names the path in the day's file.</exception>
    public static RehearsalResult Run(
        RecordedDay day, Scenario scenario, SimulationOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(day);
        ScenarioRules.Check(scenario);
        var rules = scenario with { Arrivals = Math.Max(1, day.Contacts.Count), Warmup = 0, Horizon = null };
        var contacts = Contacts(day, rules);
        var plan = new Plan(rules, contacts);
        var rehearsed = Simulator.Run(plan, options ?? new(), cancellationToken);
        return new() { Recorded = Recorded(day, contacts, new(rules with { Replications = 1 }, contacts)), Rehearsed = rehearsed, Contacts = Outcomes(day, plan, cancellationToken) };
    }

    private static RecordedContact[] Contacts(RecordedDay day, Scenario scenario)
    {
        if (day.Contacts.Count == 0)
        {
            throw new ScenarioException("contacts", "must not be empty");
        }

        var numbers = scenario.Classes.Select((work, c) => (work.Name, c)).ToDictionary(x => x.Name, x => x.c, StringComparer.Ordinal);
        var result = new RecordedContact[day.Contacts.Count];
        for (var i = 0; i < result.Length; i++)
        {
            var contact = day.Contacts[i];
            NotNegative($"contacts[{i}].at", contact.At);
            NotNegative($"contacts[{i}].service", contact.Service);
            NotNegative($"contacts[{i}].patience", contact.Patience);
            NotNegative($"contacts[{i}].wait", contact.Wait);
            if (i > 0 && contact.At < day.Contacts[i - 1].At)
            {
                throw new ScenarioException($"contacts[{i}].at", "must not come before the one above it");
            }

            if (!numbers.TryGetValue(contact.Class, out var workClass))
            {
                throw new ScenarioException($"contacts[{i}].class", $"the scenario has no class '{contact.Class}'");
            }

            var patience = contact.Patience ?? (contact.Outcome == DayOutcome.Abandoned ? contact.Wait : null);
            result[i] = new(contact.At, workClass, contact.Service, patience, contact.Outcome == DayOutcome.Served ? contact.Wait ?? 0 : 0);
        }

        return result;
    }

    private static SimulationResult? Recorded(RecordedDay day, RecordedContact[] contacts, Plan plan)
    {
        if (day.Contacts.Any(c => c.Outcome is null || (c.Wait is null && c.Outcome != DayOutcome.Blocked)))
        {
            return null;
        }

        var classes = plan.Classes.Select(_ => new Tally(plan.Times.Length)).ToArray();
        for (var i = 0; i < contacts.Length; i++)
        {
            var (contact, tally) = (day.Contacts[i], classes[contacts[i].Class]);
            tally.Arrivals++;
            if (contact.Outcome == DayOutcome.Blocked)
            {
                tally.Blocked++;
                continue;
            }

            var wait = contact.Wait!.Value;
            tally.AddWait(wait, wait > 0 || contact.Outcome == DayOutcome.Abandoned, contact.Outcome == DayOutcome.Served, plan.Times);
        }

        return Simulator.Combine(plan, [classes]);
    }

    private static RehearsedContact[] Outcomes(RecordedDay day, Plan plan, CancellationToken cancellationToken)
    {
        var contacts = new RehearsedContact[day.Contacts.Count];
        new Replication(plan, 0, 1, null, cancellationToken)
        {
            Left = outcome =>
            {
                if (outcome.Number >= 0)
                {
                    contacts[outcome.Number] = Rehearsed(day.Contacts[(int)outcome.Number], outcome, plan);
                }
            },
        }.Run();
        return contacts;
    }

    private static RehearsedContact Rehearsed(DayContact recorded, ContactOutcome outcome, Plan plan) => new()
    {
        Recorded = recorded,
        Wait = (outcome.Departure == Departure.Served ? outcome.StartedAt : outcome.LeftAt) - outcome.ArrivedAt,
        Outcome = outcome.Departure.Outcome(),
        Group = outcome.Agent < 0 ? null : plan.Groups[plan.GroupOf[outcome.Agent]].Name,
    };

    private static void NotNegative(string path, double? value)
    {
        if (value is < 0 or double.NaN or double.PositiveInfinity)
        {
            throw new ScenarioException(path, "must be at least 0");
        }
    }
}
