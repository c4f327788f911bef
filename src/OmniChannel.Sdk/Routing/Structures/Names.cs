using OmniChannel.Routing.Model;

namespace OmniChannel.Routing.Structures;

/// <summary>Names to places in the options, which were validated.</summary>
internal sealed class Names
{
    private readonly Dictionary<string, int> _skills;
    private readonly Dictionary<string, int> _teams;
    private readonly Dictionary<string, int> _channels;
    private readonly Dictionary<string, int> _classes;
    private readonly Dictionary<string, int> _queues;

    public Names(RoutingOptions options)
    {
        _skills = Index(options.Skills);
        _teams = Index(options.Teams);
        _channels = Index(options.Channels.Select(c => c.Name));
        _classes = Index(options.Classes.Select(c => c.Name));
        _queues = Index(options.Queues.Select(q => q.Name));
        SkillNames = [.. options.Skills];
        ChannelNames = [.. _channels.Keys];
    }

    public string[] SkillNames { get; }

    public string[] ChannelNames { get; }

    public int Skill(string name) => Find(_skills, name, "skill");

    public int Team(string name) => Find(_teams, name, "team");

    public int Channel(string name) => Find(_channels, name, "channel");

    public int Class(string name) => Find(_classes, name, "class");

    public int Queue(string name) => Find(_queues, name, "queue");

    /// <summary>Levels by skill; 0 for skills that are not held.</summary>
    public int[] Levels(IEnumerable<SkillLevel> skills)
    {
        var levels = new int[_skills.Count];
        foreach (var skill in skills)
        {
            levels[Skill(skill.Skill)] = skill.Level;
        }

        return levels;
    }

    public AgentTerms Terms(WorkAgentOptions options, ChannelInfo[] channels)
    {
        var limits = Enumerable.Repeat(255, ChannelCounts.Channels).ToArray();
        foreach (var (channel, limit) in options.Limits)
        {
            limits[Channel(channel)] = limit;
        }

        return new()
        {
            Capacity = options.Capacity,
            Limits = limits,
            Channels = Enumerable.Range(0, channels.Length)
                .Where(c => channels[c].Cost <= options.Capacity && Math.Min(channels[c].Limit, limits[c]) > 0).Aggregate(0, (bits, c) => bits | (1 << c)),
            MaxOffers = options.MaxOffers,
            ReliefAfter = options.ReliefAfter,
            ReliefFor = options.ReliefFor,
            ServiceRate = options.ServiceRate,
            OnlyTakes = options.OnlyTakes,
            TakesFrom = options.TakesFrom is { } from ? [.. Enumerable.Range(0, _queues.Count).Select(q => from.Any(name => _queues[name] == q))] : null,
        };
    }

    public ChannelInfo[] CompileChannels(RoutingOptions options)
    {
        var channels = options.Channels.Count == 0 ? [new() { Name = "work" }] : options.Channels;
        return [.. channels.Select(c => new ChannelInfo
        {
            Name = c.Name,
            Cost = c.Cost,
            Limit = c.LimitPerAgent,
            Interruptible = c.Interruptible,
            Interrupts = c.Interrupts,
            Allowed = c.AllowMeanwhile is null ? -1 : c.AllowMeanwhile.Aggregate(0, (bits, name) => bits | (1 << Channel(name))),
            WrapUp = c.WrapUp,
        })];
    }

    public QueueInfo[] CompileQueues(RoutingOptions options) => [.. options.Queues.Select(q => CompileQueue(q, options.Queues.Sum(o => o.Ratio)))];

    private QueueInfo CompileQueue(WorkQueueOptions queue, double ratios)
    {
        EscalationInfo[] escalations =
        [
            .. queue.Escalations.Select(e => new EscalationInfo
            {
                To = Queue(e.To),
                Class = e.Class is null ? -1 : Class(e.Class),
                After = e.After ?? long.MaxValue,
                WhenWaiting = e.WhenWaiting ?? int.MaxValue,
                WhenNobody = e.WhenNobody,
                AfterRefusals = e.AfterRefusals ?? int.MaxValue,
            }),
        ];
        return new()
        {
            Name = queue.Name,
            Class = queue.Class is null ? 0 : Class(queue.Class),
            Pull = queue.Pull,
            Heavy = queue.Heavy,
            OfferTimeout = queue.OfferTimeout,
            ConcurrentOffers = queue.ConcurrentOffers,
            DeclineCooldown = queue.DeclineCooldown,
            Ratio = queue.Ratio / ratios,
            FirstEscalation = escalations.Select(e => e.After).DefaultIfEmpty(long.MaxValue).Min(),
            WhenNobody = Array.Find(escalations, e => e.WhenNobody),
            Escalations = escalations,
        };
    }

    private static Dictionary<string, int> Index(IEnumerable<string> names) =>
        names.Select((name, index) => (name, index)).ToDictionary(n => n.name, n => n.index, StringComparer.Ordinal);

    private static int Find(Dictionary<string, int> names, string name, string kind) => names.TryGetValue(name, out var index)
        ? index
        : throw new RoutingConfigurationException([$"there is no {kind} '{name}'"]);
}
