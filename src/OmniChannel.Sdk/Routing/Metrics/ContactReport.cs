using System.Diagnostics.CodeAnalysis;

namespace OmniChannel.Routing.Metrics;

/// <summary>The figures of a contact centre, over all contacts or of one queue. Of a queue a contact counts each time it comes into it.</summary>
[Experimental("OMNI001")]
public sealed record ContactReport
{
    private readonly long[] _answered;
    private readonly long[] _abandoned;

    // Both in ascending order, in ticks.
    internal ContactReport(long[] answered, long[] abandoned) => (_answered, _abandoned) = (answered, abandoned);

    /// <summary>Contacts that came.</summary>
    public required int Offered { get; init; }

    /// <summary>Contacts that an agent took.</summary>
    public int Answered => _answered.Length;

    /// <summary>Contacts whose customer gave up first.</summary>
    public int Abandoned => _abandoned.Length;

    /// <summary>Contacts that neither was true of: they wait, went on to another queue, or ended without an agent.</summary>
    public int Others => Offered - Answered - Abandoned;

    /// <summary>Average speed of answer: the mean wait of those that were answered; zero without any.</summary>
    public TimeSpan AverageSpeedOfAnswer => Mean(_answered);

    /// <summary>The mean wait of those who gave up; zero without any.</summary>
    public TimeSpan AverageTimeToAbandon => Mean(_abandoned);

    /// <summary>The longest wait that ended in an answer or in giving up.</summary>
    public TimeSpan LongestWait => new(Math.Max(_answered is [.., var last] ? last : 0, _abandoned is [.., var other] ? other : 0));

    /// <summary>The part that gave up, of those answered or given up, 0 to 1; 0 without any.</summary>
    public double AbandonmentRate => Answered + Abandoned == 0 ? 0 : (double)Abandoned / (Answered + Abandoned);

    /// <summary>Average handle time: what agents spent on a contact, all of them together, from taking it to letting go; of contacts that nobody holds any more.
    /// Zero without any.</summary>
    public required TimeSpan AverageHandleTime { get; init; }

    /// <summary>How many contacts that mean is of.</summary>
    public required int Handled { get; init; }

    /// <summary>Contacts that turned out to be about something under way already; a contact can bring the same up several times.</summary>
    public required int Duplicates { get; init; }

    /// <summary>Duplicates as a part of the contacts that came; 0 without any.</summary>
    public double DuplicateRate => Offered == 0 ? 0 : (double)Duplicates / Offered;

    /// <summary>Moves between queues or teams, by people or by rules. Of one queue: of the contacts that were in it at some time.</summary>
    public required MoveReport BetweenQueues { get; init; }

    /// <summary>Moves from one agent to another. Of one queue: of the contacts that were in it at some time.</summary>
    public required MoveReport BetweenAgents { get; init; }

    /// <summary>The part answered within a time, of those answered or given up, 0 to 1; 1 without any.</summary>
    /// <param name="within">The time, from coming to being answered; one that took exactly so long is within.</param>
    /// <param name="forgiveShort">True leaves out those who gave up within it, as centres do that take them for wrong numbers.</param>
    public double ServiceLevel(TimeSpan within, bool forgiveShort = false)
    {
        var abandoned = Abandoned - (forgiveShort ? UpTo(_abandoned, within.Ticks) : 0);
        return Answered + abandoned == 0 ? 1 : (double)UpTo(_answered, within.Ticks) / (Answered + abandoned);
    }

    private static int UpTo(long[] ascending, long most)
    {
        var (low, high) = (0, ascending.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = ascending[middle] <= most ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private static TimeSpan Mean(long[] values) => values.Length == 0 ? TimeSpan.Zero : new((long)Math.Round(values.Sum(v => (double)v) / values.Length));
}
