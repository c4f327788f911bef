namespace OmniChannel.Routing;

/// <summary>A queue: what its agents must know and how long work waits in it.</summary>
public sealed class QueueOptions
{
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

    /// <summary>Names the queue for escalated work.</summary>
    public QueueOptions EscalateTo(string queue)
    {
        Escalation = new(queue);
        return this;
    }
}
