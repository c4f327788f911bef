using System.Diagnostics.CodeAnalysis;
using OmniChannel.Routing.Model;
using OmniChannel.Routing.Policies;
using OmniChannel.Routing.Structures;

namespace OmniChannel.Routing;

/// <summary>
/// The owner of work items, offers, capacity and the assignment epoch: it decides who gets what, in memory, from what it was told. Nothing
/// polls; every event leads at once to the assignments it makes possible.
/// </summary>
/// <remarks>
/// Not thread-safe: one writer. Time is the caller's, in ticks of any unit; a time before the last one counts as the last one. Every command
/// first does what time alone did until then. Each change is a fact, appended to the caller's buffer; <see cref="Apply"/> repeats it without
/// deciding. Options, agents and compiled requirements are given to every core alike, in the same order; they are not facts.
/// </remarks>
[Experimental("OMNI001")]
public sealed partial class RoutingCore
{
    /// <summary>In place of an epoch: whatever it is.</summary>
    public const int AnyEpoch = -1;

    private const int None = -1;
    private const int WindowTimer = 0;
    private readonly RoutingOptions _options;
    private readonly Catalogue _catalogue;
    private readonly RoutingPolicy _policy;
    private readonly bool _direct;
    private readonly bool _explain;
    private readonly bool _undo;
    private readonly bool _hostKeepsTime;
    private readonly Table<WorkRow> _work;
    private readonly Table<AgentRow> _agents;
    private readonly Table<OfferRow> _offers;
    private readonly Table<CooldownRow> _cooldowns;
    private readonly Table<LaneRow> _lanes;
    private readonly Table<QueueRow> _queues;
    private readonly Table<WhyRow> _why;
    private readonly Table<CoreRow> _core;
    private readonly Table<SkillRow> _scarcity;
    private readonly TimerWheel _timers = new();
    private readonly IdleOrder _order = new();
    private readonly List<AgentTerms> _terms = [];
    private readonly bool _keepsPlaces;
    private readonly double _learnedPrice;
    private readonly double[] _prices;
    private readonly ShapeCounts _skilled;
    private readonly ShapeCounts _free;
    private ulong[] _push = new ulong[1];
    private ulong[] _pull = new ulong[1];
    private int _agentRoom;
    private int _traitRoom;
    private long _now = long.MinValue;

    /// <summary>Makes a core.</summary>
    /// <exception cref="RoutingConfigurationException">The options name what is not there, or cannot work.</exception>
    public RoutingCore(RoutingOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        RoutingOptionsRules.Check(options);
        _options = options;
        _policy = options.Policy;
        _keepsPlaces = _policy.Order == AgentOrder.RoundRobin;
        _learnedPrice = _policy.MostLearned;
        _direct = options.DirectAssign;
        _explain = options.Explain;
        _undo = options.Undo;
        _hostKeepsTime = options.HostKeepsTime;
        (_work, _agents, _offers, _cooldowns) = (new(_undo), new(_undo), new(_undo), new(_undo));
        (_lanes, _queues, _why, _core, _scarcity) = (new(_undo), new(_undo), new(_undo), new(_undo), new(_undo));
        var channels = Math.Max(1, options.Channels.Count);
        _catalogue = new(options, channels + (_policy.Choice == AgentChoice.LeastLoaded ? Buckets : 0));
        foreach (var _ in LearnsPrices ? options.Skills : [])
        {
            _scarcity.AddForGood(default);
        }

        _prices = _policy.SkillPrices is { } prices ? [.. options.Skills.Select(s => prices.TryGetValue(s, out var price) ? price : 0)] : [];
        (_skilled, _free) = (new(_catalogue), new(_catalogue));
        _core.AddForGood(new() { FreeWork = None, FreeOffer = None, FreeCooldown = None, WindowUntil = long.MaxValue });
        foreach (var _ in _catalogue.Queues)
        {
            _queues.AddForGood(new() { LastDeparture = long.MinValue });
        }

        foreach (var agent in options.Agents)
        {
            Add(agent);
            _agents.Edit(_agents.Count - 1).Turn = ++_core.Edit(0).Turn;
        }

        FitCatalogue();
    }

    /// <summary>How many agents there are, offline ones included.</summary>
    public int Agents => _agents.Count;

    /// <summary>How many items wait for an agent, those with open offers not included.</summary>
    public int Waiting => _core.Read(0).Waiting;

    /// <summary>The last time the core was told.</summary>
    public long Now => _now;

    /// <summary>When <see cref="Advance"/> should be called at the latest; <see cref="long.MaxValue"/> for never. May be early, never late.</summary>
    public long NextDue => _timers.Earliest;

    /// <summary>Adds an agent, who is offline at first.</summary>
    /// <exception cref="RoutingConfigurationException">A skill, team or channel is not there.</exception>
    public AgentHandle AddAgent(WorkAgentOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        RoutingOptionsRules.CheckAgent(_options, options);
        var agent = Add(options);
        FitCatalogue();
        TakeTurn(agent.Index);
        return agent;
    }

    /// <summary>Gives an agent other skills, teams or limits. What the agent holds stays. Decides nothing: tell the agent's presence again to give them work that
    /// they can do now. Is no fact and is not to be rolled back: commit first.</summary>
    /// <exception cref="RoutingConfigurationException">A skill, team or channel is not there.</exception>
    public void UpdateAgent(AgentHandle agent, WorkAgentOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        RoutingOptionsRules.CheckAgent(_options, options);
        var profile = _catalogue.ProfileOf(options);
        var terms = TermsOf(options);
        FitCatalogue();
        ref var row = ref _agents.Edit(Checked(agent));
        CountFree(row.Profile, row.Open, -1);
        CloseAgent(agent.Index, ref row);
        CountPresent(row.Profile, There(row), 0);
        (row.Profile, row.Terms) = (profile, terms);
        CountPresent(row.Profile, 0, There(row));
        Settle(agent.Index, ref row, moveLast: false);
    }

    /// <summary>Compiles what work asks for, to be named by <see cref="WorkRequest.Requirement"/>. Equal requirements give the same handle; keep it, compiling allocates.</summary>
    /// <exception cref="RoutingConfigurationException">A skill, team or channel is not there, or rings are out of order.</exception>
    public int Compile(WorkRequirementOptions requirement)
    {
        ArgumentNullException.ThrowIfNull(requirement);
        RoutingOptionsRules.CheckRequirement(_options, requirement);
        var handle = _catalogue.Compile(requirement);
        FitCatalogue();
        return handle;
    }

    /// <summary>A position to roll back to. Costs nothing.</summary>
    public RoutingMark Mark() => _undo
        ? new(_now, _work.Depth, _agents.Depth, _offers.Depth, _cooldowns.Depth, _lanes.Depth, _queues.Depth, _why.Depth, _core.Depth, _scarcity.Depth)
        : throw new InvalidOperationException("The core keeps no undo journal. Set RoutingOptions.Undo.");

    /// <summary>Takes back everything after a mark. Rebuilds order and timers: O(agents + work).</summary>
    public void RollbackTo(RoutingMark mark)
    {
        _work.RollbackTo(mark.Work);
        _agents.RollbackTo(mark.Agents);
        _offers.RollbackTo(mark.Offers);
        _cooldowns.RollbackTo(mark.Cooldowns);
        _lanes.RollbackTo(mark.Lanes);
        _queues.RollbackTo(mark.Queues);
        _why.RollbackTo(mark.Why);
        _core.RollbackTo(mark.Core);
        _scarcity.RollbackTo(mark.Scarcity);
        _now = mark.Now;
        for (var agent = 0; agent < _agents.Count; agent++)
        {
            // Agents who were added since stay, and stand at the end of the line.
            if (_agents.Read(agent).Turn == 0)
            {
                _agents.Edit(agent).Turn = ++_core.Edit(0).Turn;
            }
        }

        Rebuild();
    }

    /// <summary>Says that nothing before now will be rolled back: the journal is emptied.</summary>
    public void Commit()
    {
        _work.Forget();
        _agents.Forget();
        _offers.Forget();
        _cooldowns.Forget();
        _lanes.Forget();
        _queues.Forget();
        _why.Forget();
        _core.Forget();
        _scarcity.Forget();
    }

    /// <summary>A hash of all that the core remembers: equal after equal facts.</summary>
    public ulong StateHash()
    {
        var hash = _why.Mix(_scarcity.Mix(_core.Mix(_queues.Mix(_cooldowns.Mix(_offers.Mix(_agents.Mix(1)))))));
        for (var work = 0; work < _work.Count; work++)
        {
            // Lanes are numbered as they were first needed, which is no part of the state.
            var row = _work.Read(work) with { Lane = 0 };
            hash = Table<WorkRow>.Mix(hash, new(ref row));
        }

        return hash;
    }

    private AgentHandle Add(WorkAgentOptions options)
    {
        var profile = _catalogue.ProfileOf(options);
        var agent = _agents.AddForGood(new()
        {
            Profile = profile,
            Terms = TermsOf(options),
            Reserved = None,
            Offer = None,
            Bucket = None,
            ReliefUntil = long.MaxValue,
            ShiftEnd = long.MaxValue,
        });
        return new(agent);
    }

    private int TermsOf(WorkAgentOptions options)
    {
        var terms = _catalogue.Named.Terms(options, _catalogue.Channels);
        var known = _terms.FindIndex(t => t.Same(terms));
        if (known < 0)
        {
            _terms.Add(terms);
        }

        return known < 0 ? _terms.Count - 1 : known;
    }
}
