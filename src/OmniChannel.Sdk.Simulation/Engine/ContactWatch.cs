using OmniChannel.Routing;
using OmniChannel.Simulation.Explanations;

namespace OmniChannel.Simulation.Engine;

/// <summary>Follows one contact through a replication and asks why at every step.</summary>
internal sealed class ContactWatch(Plan plan, long number)
{
    private readonly List<ContactDecision> _decisions = [];

    public IReadOnlyList<ContactDecision> Decisions => _decisions;

    /// <summary>How it left; null while it has not.</summary>
    public ContactOutcome? Last { get; private set; }

    public bool Watches(in Contact contact) => contact.Number == number;

    public void Decided(in Contact contact, Floor floor, double now)
    {
        var why = floor.Explain(contact.Work);
        _decisions.Add(new()
        {
            At = now,
            Reason = Scenarios.ScenarioReader.Name(why.Reason),
            Why = why.ToExplanation(a => Name(a)!, plan.Classes[contact.Class].Name, Skills(plan.Classes[contact.Class])),
            Policy = why.Policy,
            Agent = contact.Agent >= 0 ? Name(why.Agent) : null,
            RunnerUp = Name(why.RunnerUp),
            Present = why.Present,
            Skilled = why.Skilled,
            Free = why.Free,
            Ahead = why.Ahead,
        });
    }

    public void Leaves(ContactOutcome outcome) => Last = outcome.Number == number ? outcome : Last;

    private static string Skills(Scenarios.WorkClass work) =>
        work.Skills.Count == 0 ? "-" : string.Join(", ", work.Skills.OrderBy(s => s.Key, StringComparer.Ordinal).Select(s => s.Value > 1 ? $"{s.Key} {s.Value}+" : s.Key));

    private string? Name(AgentHandle agent)
    {
        if (agent.Index < 0)
        {
            return null;
        }

        var group = plan.GroupOf[agent.Index];
        return FormattableString.Invariant($"{plan.Groups[group].Name} #{agent.Index - plan.FirstAgent[group] + 1}");
    }
}
