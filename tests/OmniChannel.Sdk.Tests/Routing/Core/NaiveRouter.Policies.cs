using OmniChannel.Routing.Model;

namespace OmniChannel.Routing.Core;

// What policies score, and when work moves on because nobody is there for it.
internal sealed partial class NaiveRouter
{
    private EscalationOptions? WhenNobody(NaiveWork work) => options.Queues[work.Queue].Escalations.FirstOrDefault(e => e.WhenNobody);

    private bool IsForNobody(NaiveWork work)
    {
        var preferred = work.Preferred < 0 || options.Queues[work.Queue].Pull ? null : Agents[work.Preferred];
        return !Agents.Exists(a => IsThere(a, work) && Enumerable.Range(work.Stage, work.Requirement.Rings.Count + 1 - work.Stage).Any(stage => Fits(work, stage, a)))
            && (preferred is null || !IsThere(preferred, work) || IsBarred(work, preferred) || (work.PreferredUntil <= _now && !HasRoom(work, preferred)));
    }

    private void MoveOnFromNobody()
    {
        foreach (var work in Work.Values.Where(w => w.Phase == WorkPhase.Waiting).OrderBy(w => w.Sequence).ToList())
        {
            if (work.Phase == WorkPhase.Waiting && WhenNobody(work) is { } rule && IsForNobody(work))
            {
                Escalate(work, rule);
                Arrive(work);
            }
        }
    }

    // What the policy says of a pair, beyond the order of agents.
    private double Score(NaiveWork work, NaiveAgent agent) => options.Policy switch
    {
        LeastLoadedPolicy => -Math.Min(8, agent.Load.Sum(w => ChannelOf(w).Cost) * 8 / agent.Options.Capacity),
        MostCapablePolicy => Levels(work, agent),
        WeightedScorePolicy by => Last(by.Base, work.Class) + (Last(by.WaitWeights, work.Class) * (_now - work.Since))
            + (by.IdleWeight * (_now - agent.IdleSince)) + (by.LevelWeight * Levels(work, agent)),
        _ => 0,
    };

    private static double Last(IList<double> weights, int index) => index < weights.Count ? weights[index] : weights[^1];

    private static int Levels(NaiveWork work, NaiveAgent agent) =>
        work.Required.Concat(work.Wanted).Select(n => n.Skill).Distinct().Sum(skill => agent.Options.Skills.FirstOrDefault(s => s.Skill == skill)?.Level ?? 0);
}
