using OmniChannel.Routing;
using OmniChannel.Routing.Explanations;
using OmniChannel.Routing.Model;
using OmniChannel.Simulation.Scenarios;

namespace OmniChannel.Simulation.Engine;

/// <summary>
/// The routing core as a scenario needs it: a queue to a class, a team to a group, a rank to a priority, a channel to a weight. Agents get
/// work without an offer where no class asks for one, and the caller reads from the facts who got what. The only place that knows the core.
/// </summary>
internal sealed class Floor
{
    private readonly RoutingCore _core;
    private readonly WorkFacts _facts = new();
    private readonly double _ticks;

    public Floor(Plan plan, bool explain = false)
    {
        _ticks = TicksPerUnit(plan);
        try
        {
            _core = new(Options(plan, explain));
        }
        catch (RoutingConfigurationException error)
        {
            throw new ScenarioException("$", $"the routing core refuses it: {error.Errors[0]}", error);
        }
    }

    /// <summary>The shortest time that the core tells apart.</summary>
    public double Tick => 1 / _ticks;

    /// <summary>What the last command brought about.</summary>
    public ReadOnlySpan<WorkFact> Facts => _facts.Span;

    /// <summary>When time alone may change something; infinity for never.</summary>
    public double NextDue => _core.NextDue == long.MaxValue ? double.PositiveInfinity : _core.NextDue / _ticks;

    /// <summary>Does what time alone does.</summary>
    public void Advance(double now)
    {
        _facts.Clear();

        // What is due now in the scenario's time is due now, however the two ways of counting round.
        _core.Advance(NextDue <= now + Tick ? Math.Max(At(now), _core.NextDue) : At(now), _facts);
    }

    public WorkHandle Enqueue(int workClass, int place, double now)
    {
        _facts.Clear();
        return _core.Enqueue(new() { Queue = workClass, Tag = place }, At(now), _facts);
    }

    /// <summary>An agent takes what was offered; nothing when that is over.</summary>
    public void Accept(WorkHandle work, int agent, double now)
    {
        _facts.Clear();
        _core.Accept(work, new(agent), RoutingCore.AnyEpoch, At(now), _facts);
    }

    /// <summary>An agent declines what was offered; nothing when that is over.</summary>
    public void Decline(WorkHandle work, int agent, double now)
    {
        _facts.Clear();
        _core.Decline(work, new(agent), RoutingCore.AnyEpoch, At(now), _facts);
    }

    public void Complete(WorkHandle work, double now)
    {
        _facts.Clear();
        _core.Complete(work, RoutingCore.AnyEpoch, At(now), _facts);
    }

    public void Cancel(WorkHandle work, double now)
    {
        _facts.Clear();
        _core.Cancel(work, At(now), _facts);
    }

    /// <summary>An agent comes.</summary>
    public void Come(int agent, double now)
    {
        _facts.Clear();
        _core.SetPresence(new AgentHandle(agent), present: true, At(now), _facts);
    }

    /// <summary>An agent takes no more work, and goes when what is held is done.</summary>
    public void Go(int agent, double now)
    {
        _facts.Clear();
        _core.SetPresence(new AgentHandle(agent), present: false, At(now), _facts);
    }

    /// <summary>Why work is where it is; for a floor that was made to explain.</summary>
    public RoutingExplanation Explain(WorkHandle work) => _core.Explain(work);

    private RoutingOptions Options(Plan plan, bool explain)
    {
        var weights = plan.Classes.Where(c => c.Channel is null).Select(c => c.Weight).Distinct().Order();
        var skills = plan.Classes.SelectMany(Skills).Concat(plan.Groups.SelectMany(g => g.Skills.Keys)).Distinct(StringComparer.Ordinal);
        return new()
        {
            Channels = [.. plan.Scenario.Channels.Select(Channel), .. weights.Select(weight => new WorkChannelOptions { Name = Unnamed(weight), Cost = weight })],
            Classes = [.. plan.Classes.DistinctBy(Urgency).Select(Class)],
            Skills = [.. skills],
            Teams = [.. plan.Groups.Select(g => g.Name)],
            Queues = [.. plan.Classes.Select(Queue)],
            Agents = [.. plan.GroupOf.Select(g => Agent(plan.Groups[g]))],
            Policy = PolicyCatalog.Policy(plan.Scenario.Policy, _ticks),
            DirectAssign = !plan.Offers,
            Explain = explain,
        };
    }

    private PriorityClassOptions Class(WorkClass work) => new()
    {
        Name = Urgency(work),
        Rank = work.Priority,
        Boost = (long)(work.Boost * _ticks),
        Ageing = work.Ageing,
        Target = work.Target is { } target ? At(target) : null,
        Cost = work.Cost * Math.Pow(_ticks, 1 - work.Exponent),
        Exponent = work.Exponent,
    };

    private WorkQueueOptions Queue(WorkClass work) => new()
    {
        Name = work.Name,
        Class = Urgency(work),
        Ratio = work.Ratio,
        OfferTimeout = work.Offer?.Expires is { } expires ? Math.Max(1, At(expires)) : long.MaxValue,
        DeclineCooldown = At(work.Offer?.Cooldown ?? 0),
        Requirement = new()
        {
            Channel = work.Channel is { } name ? Named(name) : Unnamed(work.Weight),
            Required = Needs(work.Skills),
            Teams = [.. work.Groups ?? []],
            Rings = [.. work.Rings.Select(r => new WorkRingOptions { After = Math.Max(1, At(r.After)), Required = Needs(r.Skills), Teams = [.. r.Groups ?? []] })],
        },
    };

    private static IEnumerable<string> Skills(WorkClass work) => work.Skills.Keys.Concat(work.Rings.SelectMany(r => r.Skills.Keys));

    private static IList<SkillNeed> Needs(IReadOnlyDictionary<string, int> skills) => [.. skills.Select(s => new SkillNeed { Skill = s.Key, Min = s.Value })];

    /// <summary>Names a priority class: equal for classes of contacts that are equally urgent.</summary>
    private static string Urgency(WorkClass work) =>
        FormattableString.Invariant($"{work.Priority}/{work.Boost}/{work.Ageing}/{work.Target}/{work.Cost}/{work.Exponent}");

    private static WorkAgentOptions Agent(AgentGroup group) => new()
    {
        Skills = [.. group.Skills.Select(s => new SkillLevel { Skill = s.Key, Level = s.Value })],
        Teams = [group.Name],
        Capacity = group.Capacity,
        Limits = group.Limits.ToDictionary(l => Named(l.Key), l => l.Value),
        ServiceRate = group.ServiceRate,
    };

    private static WorkChannelOptions Channel(ContactChannel channel) => new()
    {
        Name = Named(channel.Name),
        Cost = channel.Weight,
        LimitPerAgent = channel.Limit,
        Interruptible = channel.Interruptible,
        Interrupts = channel.Interrupts,
        AllowMeanwhile = channel.AllowMeanwhile?.Select(Named).ToList(),
    };

    private static string Named(string channel) => "channel " + channel;

    private static string Unnamed(int weight) => FormattableString.Invariant($"weight {weight}");

    /// <summary>A power of two that gives the expected length of a run some 2^50 ticks, and leaves room for a run a thousand times as long.</summary>
    private static double TicksPerUnit(Plan plan)
    {
        var scenario = plan.Scenario;
        var rate = plan.Classes.Sum(MeanRate);
        var length = scenario.Horizon ?? (plan.Recorded is { } day ? day[^1].At : rate > 0 ? (scenario.Arrivals + scenario.Warmup) / rate : 0);
        length = Math.Max(Math.Max(length, plan.Classes.Max(LastKnown)), plan.TypicalService.Max());
        return Math.ScaleB(1, 50 - (int)Math.Ceiling(Math.Log2(Math.Max(length, double.Epsilon))));
    }

    /// <summary>Arrivals per unit of time in the long run; 0 for a source that ends.</summary>
    private static double MeanRate(WorkClass work)
    {
        var model = work.Arrivals;
        if (model.Kind is not (ArrivalKind.Piecewise or ArrivalKind.Replay))
        {
            return work.Rate;
        }

        if (model.Kind == ArrivalKind.Replay || model.Period is not { } period)
        {
            return model.Kind == ArrivalKind.Replay ? 0 : model.Steps[^1].Rate;
        }

        var ends = model.Steps.Skip(1).Select(s => s.At).Append(period);
        return model.Steps.Zip(ends, (step, end) => step.Rate * (end - step.At)).Sum() / period;
    }

    private static double LastKnown(WorkClass work) => work.Arrivals.Kind switch
    {
        ArrivalKind.Replay => work.Arrivals.Times[^1],
        ArrivalKind.Piecewise => work.Arrivals.Period ?? work.Arrivals.Steps[^1].At,
        _ => 0,
    };

    private long At(double now) => (long)Math.Min(now * _ticks, 4e18);
}
