using System.Diagnostics.CodeAnalysis;
using OmniChannel.Routing.Model;
using OmniChannel.Routing.Rows;

namespace OmniChannel.Routing;

/// <summary>A queue: what its agents must know and how long work waits in it.</summary>
public sealed class QueueOptions
{
    private const long DefaultOffer = 30_000;
    private const long DefaultCooldown = 60_000;
    private readonly List<Action<WorkQueueOptions>> _more = [];
    private WorkQueueOptions? _core;

    /// <summary>The queue's name.</summary>
    public QueueName Name { get; init; }

    /// <summary>Skills that an agent must hold, all of them.</summary>
    public IList<SkillLevel> Skills { get; } = [];

    /// <summary>The queue that work moves to after <see cref="OverflowAfter"/>; empty for none.</summary>
    public QueueName Overflow { get; private set; }

    /// <summary>How long work waits before it moves on.</summary>
    public TimeSpan OverflowAfter { get; private set; }

    /// <summary>Where escalated work goes; empty for the same queue at a higher priority.</summary>
    public QueueName Escalation { get; private set; }

    /// <summary>How long an agent has to accept.</summary>
    /// <value>Default 30 s.</value>
    public TimeSpan OfferTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long work waits for a preferred agent before others are asked.</summary>
    /// <value>Default 30 s.</value>
    public TimeSpan PreferredWait { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long an agent who declined or missed an item is not asked for it again.</summary>
    /// <value>Default 60 s.</value>
    public TimeSpan DeclineCooldown { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>Requires a skill, at a least level from 1.</summary>
    public QueueOptions RequireSkill(string skill, int level = 1)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(skill);
        ArgumentOutOfRangeException.ThrowIfLessThan(level, 1);
        Skills.Add(new() { Skill = skill, Level = level });
        return this;
    }

    /// <summary>Moves work on after a wait; it keeps its age.</summary>
    public QueueOptions OverflowTo(string queue, TimeSpan after)
    {
        Overflow = new(queue);
        OverflowAfter = after;
        return this;
    }

    /// <summary>Says when the queue is open. Work that comes while it is closed waits for the next opening, or goes to another queue.</summary>
    /// <param name="hours">Hours in a zone, with holidays.</param>
    /// <param name="otherwise">The queue for work that comes while this one is closed; null to wait. Its own hours are not asked then.</param>
    [Experimental("OMNI001")]
    public QueueOptions Open(BusinessHours hours, string? otherwise = null)
    {
        ArgumentNullException.ThrowIfNull(hours);
        (Hours, ClosedTo) = (hours, otherwise is null ? default : new(otherwise));
        return this;
    }

    /// <summary>Everything else that a queue of the routing core can have: rings, teams, priority class, more escalations, offers to several, pull. A tick is a
    /// millisecond. Called again for each core that is made, after what the other members say.</summary>
    [Experimental("OMNI001")]
    public QueueOptions With(Action<WorkQueueOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        _more.Add(configure);
        return this;
    }

    /// <summary>Names the queue for escalated work.</summary>
    public QueueOptions EscalateTo(string queue)
    {
        Escalation = new(queue);
        return this;
    }

    internal BusinessHours? Hours { get; private set; }

    internal QueueName ClosedTo { get; private set; }

    /// <summary>A queue of routing options: its offers last 30 s and a decline counts for 60 s where it says nothing.</summary>
    internal static QueueOptions Of(WorkQueueOptions core) => new()
    {
        Name = new(core.Name),
        OfferTimeout = TimeSpan.FromMilliseconds(core.OfferTimeout == long.MaxValue ? DefaultOffer : core.OfferTimeout),
        DeclineCooldown = TimeSpan.FromMilliseconds(core.DeclineCooldown == 0 ? DefaultCooldown : core.DeclineCooldown),
        _core = core,
    };

    internal WorkQueueOptions ToCore()
    {
        var core = new WorkQueueOptions
        {
            Name = Name.Value,
            Requirement = _core?.Requirement ?? new() { Required = [.. Skills.Select(s => new SkillNeed { Skill = s.Skill, Min = s.Level })] },
            Class = _core?.Class,
            Pull = _core?.Pull ?? false,
            Heavy = _core?.Heavy ?? false,
            OfferTimeout = CoreTime.Of(OfferTimeout),
            ConcurrentOffers = _core?.ConcurrentOffers ?? 1,
            DeclineCooldown = CoreTime.Of(DeclineCooldown),
            Ratio = _core?.Ratio ?? 1,
            Escalations = [.. _core?.Escalations ?? []],
        };
        if (!Overflow.IsEmpty)
        {
            core.Escalations.Add(new() { To = Overflow.Value, After = CoreTime.Of(OverflowAfter) });
        }

        _more.ForEach(configure => configure(core));
        return core;
    }
}
