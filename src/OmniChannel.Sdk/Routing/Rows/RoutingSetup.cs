using OmniChannel.Routing.Structures;

namespace OmniChannel.Routing.Rows;

/// <summary>What the engine's routing is built from: the options of its core, made of the queues and the routing options of the application, and names to indexes.</summary>
internal sealed class RoutingSetup
{
    private const int Steps = 10;
    private static readonly (ChannelMedium Medium, string[] Names)[] Media =
    [
        (ChannelMedium.Voice, ["call", "voice"]),
        (ChannelMedium.SyncText, ["chat", "message"]),
        (ChannelMedium.AsyncText, ["message", "chat"]),
        (ChannelMedium.Mail, ["mail", "email", "message"]),
        (ChannelMedium.Social, ["social", "message"]),
        (ChannelMedium.Form, ["form", "message"]),
        (ChannelMedium.InPerson, ["in-person", "call"]),
    ];

    private readonly Dictionary<string, int> _queues;
    private readonly Dictionary<string, int> _classes;
    private readonly int[] _byUrgency;
    private readonly int _agents;
    private readonly Dictionary<ChannelMedium, int> _media;

    /// <summary>Brings both together; what cannot work is refused when a core is made of it.</summary>
    /// <exception cref="RoutingConfigurationException">A class or a name is not there.</exception>
    public RoutingSetup(IReadOnlyList<QueueOptions> queues, RoutingOptions? rules, int callWeight = 4)
    {
        rules ??= new();
        _agents = rules.Agents.Count;
        Options = new()
        {
            Channels = rules.Channels.Count > 0 ? rules.Channels : [new() { Name = "message" }, new() { Name = "call", Cost = callWeight }],
            Classes = rules.Classes.Count > 0 ? rules.Classes : [.. Enumerable.Range(0, Steps).Select(i => new PriorityClassOptions { Name = $"p{i}", Rank = i })],
            Skills = rules.Skills.Count > 0 ? rules.Skills : Declared.Skills(queues),
            Teams = rules.Teams.Count > 0 ? rules.Teams : Declared.Teams(queues),
            Queues = [.. queues.Select(q => q.ToCore())],
            Priorities = rules.Priorities,
            Policy = rules.Policy,
            DirectAssign = rules.DirectAssign,
            HostKeepsTime = true,
        };
        Queues = queues.ToDictionary(q => q.Name);
        _queues = Index(Options.Queues.Select(q => q.Name));
        _classes = Index(Options.Classes.Select(c => c.Name));
        _byUrgency = [.. Options.Classes.Select((c, i) => (c.Rank, Boost: c.Target is { } target ? -target : c.Boost, Index: i)).Order().Select(c => c.Index)];
        _media = Media.ToDictionary(m => m.Medium, m => Math.Max(0, Array.FindIndex([.. Options.Channels], c => c.Name == m.Names.FirstOrDefault(HasChannel))));
    }

    public RoutingOptions Options { get; }

    public IReadOnlyDictionary<QueueName, QueueOptions> Queues { get; }

    /// <summary>Refuses what cannot work, with the path and the reason of each.</summary>
    /// <exception cref="RoutingConfigurationException">Something cannot work.</exception>
    public void Check()
    {
        RoutingOptionsRules.Check(Options);
        if (_agents > 0)
        {
            throw new RoutingConfigurationException(["Agents: the engine's agents sign in, with their profiles; leave the list empty"]);
        }
    }

    public int Queue(QueueName name) => _queues.TryGetValue(name.Value, out var index) ? index : throw new ArgumentException(
        $"There is no queue '{name}'. Add it with AddQueue(\"{name}\").", nameof(name));

    public bool HasQueue(QueueName name) => name.Value is { } value && _queues.ContainsKey(value);

    public QueueName QueueAt(int index) => new(Options.Queues[index].Name);

    public int Channel(ChannelMedium medium) => _media[medium];

    public bool HasTeam(string? team) => team is not null && Options.Teams.Contains(team);

    /// <summary>The class of an item: by its name, or steps above that of its queue; the most urgent at most.</summary>
    public int Class(WorkItemSnapshot item) => item.Class is { } name && _classes.TryGetValue(name, out var index) ? index : Raised(Queue(item.Queue), item.Priority);

    /// <summary>The next class up.</summary>
    public int Above(int priority) => _byUrgency[Math.Min(_byUrgency.Length - 1, PlaceOf(priority) + 1)];

    /// <summary>The class so many steps above another, or below; the ends are the most and the least urgent.</summary>
    public int Moved(int priority, int steps) => _byUrgency[(int)Math.Clamp((long)PlaceOf(priority) + steps, 0, _byUrgency.Length - 1)];

    /// <summary>The place of a class among all, the least urgent first.</summary>
    public int PlaceOf(int priority) => Array.IndexOf(_byUrgency, priority);

    public string ClassAt(int index) => Options.Classes[index].Name;

    /// <summary>What a queue asks of agents for work of a channel, restricted to a team where one is named.</summary>
    public WorkRequirementOptions Requirement(int queue, int channel, string? team)
    {
        var own = Options.Queues[queue].Requirement.Of(Options.Channels[channel].Name);
        return HasTeam(team) ? own.For(team!) : own;
    }

    /// <summary>An agent by what is known here: other skills and teams matter to no queue.</summary>
    public WorkAgentOptions Agent(AgentProfile profile) => new()
    {
        Skills = [.. profile.Skills.Where(s => s.Level > 0 && Options.Skills.Contains(s.Skill)).DistinctBy(s => s.Skill)],
        Teams = [.. profile.Teams.Where(HasTeam).Distinct()],
        Capacity = Math.Max(0, profile.Capacity),
        ReliefAfter = Math.Max(0, profile.ReliefAfter),
        ReliefFor = CoreTime.Of(profile.ReliefFor),
        OnlyTakes = profile.OnlyTakes,
        TakesFrom = profile.TakesFrom is { } from ? [.. from.Where(HasQueue).Select(q => q.Value)] : null,
    };

    /// <summary>The channels from which an agent takes work: those of the profile, and no calls without a phone.</summary>
    public int Presence(AgentProfile profile, Presence presence)
    {
        if (presence != Routing.Presence.Available)
        {
            return 0;
        }

        var all = Enumerable.Range(0, Options.Channels.Count)
            .Where(c => profile.Channels is not { } named || named.Contains(Options.Channels[c].Name)).Aggregate(0, (bits, c) => bits | (1 << c));
        var calls = 1 << Channel(ChannelMedium.Voice);
        return profile.Phone is not null || calls == 1 << Channel(ChannelMedium.AsyncText) ? all : all & ~calls;
    }

    private int Raised(int queue, int steps)
    {
        var of = Options.Queues[queue].Class is { } name ? _classes[name] : 0;
        return _byUrgency[Math.Clamp(PlaceOf(of) + steps, 0, _byUrgency.Length - 1)];
    }

    private bool HasChannel(string name) => Options.Channels.Any(c => c.Name == name);

    private static Dictionary<string, int> Index(IEnumerable<string> names)
    {
        var index = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var name in names)
        {
            index.TryAdd(name, index.Count);
        }

        return index;
    }
}
