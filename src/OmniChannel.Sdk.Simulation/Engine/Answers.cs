using OmniChannel.Simulation.Chance;
using OmniChannel.Simulation.Scenarios;

namespace OmniChannel.Simulation.Engine;

/// <summary>How agents answer offers: drawn by class, whoever is asked.</summary>
internal sealed class Answers
{
    private readonly OfferModel?[] _offers;
    private readonly RandomStream[] _chances;
    private readonly DurationSource[] _times;

    public Answers(Plan plan, int replication)
    {
        var seed = plan.Scenario.Seed;
        _offers = [.. plan.Classes.Select(c => c.Offer)];
        _chances = [.. plan.Classes.Select((_, c) => new RandomStream(seed, replication, Purpose.Answers, c))];
        _times = [.. plan.Classes.Select((work, c) =>
            new DurationSource(work.Offer?.Answer ?? DurationModel.Unit, new(seed, replication, Purpose.AnswerTimes, c)))];
    }

    /// <summary>The next answer for a class; null when none comes in time.</summary>
    public (double After, bool Accepts)? Next(int workClass)
    {
        var offer = _offers[workClass]!;
        var chance = _chances[workClass].Uniform();
        var after = offer.Answer is null ? 0 : _times[workClass].Draw();
        return chance <= offer.NoAnswer || after >= offer.Expires ? null : (after, chance > offer.NoAnswer + offer.Decline);
    }
}
