using OmniChannel.Routing.Structures;

namespace OmniChannel.Routing;

// How scarce each skill is, learned from work that gets to agents: which part of the work that asks for it had to wait. For prices.
public sealed partial class RoutingCore
{
    /// <summary>Which part of the work that asks for a skill had to wait lately, 0 to 1; 0 unless the policy learns prices.</summary>
    /// <param name="skill">The skill's place in <see cref="Model.RoutingOptions.Skills"/>.</param>
    public double ScarcityOf(int skill)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(skill);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(skill, _options.Skills.Count);
        return LearnsPrices ? _scarcity.Read(skill).Waits : 0;
    }

    internal bool LearnsPrices => _learnedPrice > 0;

    internal ReadOnlySpan<int> SkillsOf(int work) => ShapeOf(_work.Read(work)).Skills;

    internal void RestoreScarcity(int skill, double waits) => _scarcity.Edit(skill).Waits = waits;

    // From the fact alone, so that whoever applies it learns the same: each time it is given to somebody.
    private void Learn(in WorkFact fact)
    {
        if (LearnsPrices)
        {
            LearnFrom(fact);
        }
    }

    private void LearnFrom(in WorkFact fact)
    {
        ref readonly var row = ref _work.Read(fact.Work);
        var waited = fact.At > row.QueuedAt ? 1.0 : 0.0;
        foreach (var skill in ShapeOf(row).Skills)
        {
            ref var known = ref _scarcity.Edit(skill);
            known.Waits += _policy.Learns * (waited - known.Waits);
        }
    }

    private double PriceOf(int skill) => _prices[skill] + (LearnsPrices ? _learnedPrice * _scarcity.Read(skill).Waits : 0);
}
