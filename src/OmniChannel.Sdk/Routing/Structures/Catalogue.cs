using OmniChannel.Routing.Model;

namespace OmniChannel.Routing.Structures;

/// <summary>
/// What does not change with the work: channels, classes, queues, and the interned traits, profiles, shapes, plans and lanes. It only grows.
/// </summary>
internal sealed class Catalogue
{
    private readonly Names _names;
    private readonly List<Trait> _traits = [];
    private readonly Dictionary<Trait, int> _traitIds = [];
    private readonly Dictionary<string, int> _profileIds = [];
    private readonly Dictionary<string, int> _shapeIds = [];
    private readonly Dictionary<string, int> _planIds = [];

    public Catalogue(RoutingOptions options, int firstTraitRow)
    {
        _names = new(options);
        FirstTraitRow = firstTraitRow;
        Channels = _names.CompileChannels(options);
        Classes = [.. (options.Classes.Count == 0 ? [new() { Name = "normal" }] : options.Classes).Select(c => new ClassInfo(c))];
        Queues = _names.CompileQueues(options);
        WatchesPresence = Array.Exists(Queues, q => q.WhenNobody is not null);
        IsLinear = Array.TrueForAll(Classes, c => c.IsLinear);
        for (var queue = 0; queue < Queues.Length; queue++)
        {
            Queues[queue].Plan = Compile(options.Queues[queue].Requirement);
        }

        foreach (var target in Queues.SelectMany(q => q.Escalations).Select(e => e.To).Distinct().Where(to => options.Queues[to].Requirement.Channel is null))
        {
            Queues[target].Plans = [.. Channels.Select(c => options.Channels.Count == 0 ? Queues[target].Plan : Compile(options.Queues[target].Requirement.Of(c.Name)))];
        }
    }

    public int FirstTraitRow { get; }

    public ChannelInfo[] Channels { get; }

    public ClassInfo[] Classes { get; }

    public QueueInfo[] Queues { get; }

    /// <summary>True when keys of all classes compare without the clock.</summary>
    public bool IsLinear { get; }

    /// <summary>True when work of some queue moves on when nobody for it is there.</summary>
    public bool WatchesPresence { get; }

    public int Traits => _traits.Count;

    public List<AgentProfileInfo> Profiles { get; } = [];

    public List<Plan> Plans { get; } = [];

    public List<Shape> Shapes { get; } = [];

    public List<Lane> Lanes { get; } = [];

    /// <summary>Traits by profile that has them.</summary>
    public BitMatrix TraitFits { get; } = new();

    /// <summary>Lanes by profile that can take from them.</summary>
    public BitMatrix LaneFits { get; } = new();

    /// <summary>Shapes by profile that fits them.</summary>
    public BitMatrix ShapeFits { get; } = new();

    public Plan Plan(int handle) => Plans[handle - 1];

    public Names Named => _names;

    /// <summary>What a queue asks for work that comes from another one: it stays on its channel, unless the queue names one.</summary>
    public int PlanOf(int queue, int channel) => Queues[queue].Plans is { Length: > 0 } plans ? plans[channel] : Queues[queue].Plan;

    /// <summary>The handle, from 1, of a requirement; equal requirements have the same.</summary>
    public int Compile(WorkRequirementOptions options)
    {
        var channel = options.Channel is null ? 0 : _names.Channel(options.Channel);
        var excluded = Needs(options.Excluded);
        Shape[] stages =
        [
            ShapeOf(channel, Needs(options.Required), Needs(options.Preferred), excluded, Teams(options.Teams), Skills(options.Required, options.Preferred)),
            .. options.Rings.Select(r => ShapeOf(
                channel, Needs(r.Required), Needs(r.Preferred), excluded, Teams(r.Teams), Skills(r.Required, r.Preferred))),
        ];
        long[] after = [0, .. options.Rings.Select(r => r.After)];
        var key = string.Join(';', stages.Zip(after, (shape, at) => $"{shape.Id}@{at}"));
        if (!_planIds.TryGetValue(key, out var id))
        {
            Plans.Add(new() { Id = id = Plans.Count + 1, Stages = stages, After = after, Channel = channel });
            _planIds.Add(key, id);
        }

        return id;
    }

    public int LaneOf(int plan, int stage, int queue, int priority)
    {
        var at = (stage * Classes.Length) + priority;
        var lane = Plan(plan).Lanes is var byQueue && queue < byQueue.Length && byQueue[queue] is { } known ? known[at] : -1;
        return lane >= 0 ? lane : AddLane(Plan(plan), stage, queue, priority);
    }

    public int ProfileOf(WorkAgentOptions options)
    {
        var levels = _names.Levels(options.Skills);
        HashSet<int> teams = [.. options.Teams.Select(_names.Team)];
        var key = string.Join(',', levels) + "|" + string.Join(',', teams.Order());
        if (!_profileIds.TryGetValue(key, out var id))
        {
            Profiles.Add(new(levels, teams));
            _profileIds.Add(key, id = Profiles.Count - 1);
            Learn(id);
        }

        return id;
    }

    private void Learn(int id)
    {
        TraitFits.Grow(id + 1, 1);
        for (var trait = 0; trait < _traits.Count; trait++)
        {
            SetTrait(id, trait);
        }

        LaneFits.Grow(id + 1, 1);
        ShapeFits.Grow(id + 1, 1);
        foreach (var shape in Shapes.Where(s => s.Fits(TraitFits, id)))
        {
            ShapeFits.Set(id, shape.Id);
        }

        foreach (var lane in Lanes.Where(l => ShapeFits.Has(id, l.Shape.Id)))
        {
            LaneFits.Set(id, lane.Id);
        }
    }

    private int AddLane(Plan plan, int stage, int queue, int priority)
    {
        if (plan.Lanes.Length == 0)
        {
            plan.Lanes = new int[Queues.Length][];
        }

        if (plan.Lanes[queue] is null)
        {
            plan.Lanes[queue] = new int[plan.Stages.Length * Classes.Length];
            plan.Lanes[queue].AsSpan().Fill(-1);
        }

        var (id, shape) = (Lanes.Count, plan.Stages[stage]);
        plan.Lanes[queue]![(stage * Classes.Length) + priority] = id;
        Lanes.Add(new() { Id = id, Shape = shape, Plan = plan.Id, Stage = stage, Queue = queue, Class = priority, Pull = Queues[queue].Pull });
        LaneFits.Grow(Profiles.Count, (id >> 6) + 1);
        for (var profile = 0; profile < Profiles.Count; profile++)
        {
            if (ShapeFits.Has(profile, shape.Id))
            {
                LaneFits.Set(profile, id);
            }
        }

        return id;
    }

    private Shape ShapeOf(int channel, int[] required, int[] preferred, int[] excluded, int[] teams, int[] skills)
    {
        var key = $"{channel}|{string.Join(',', required)}|{string.Join(',', preferred)}|{string.Join(',', excluded)}|{string.Join(',', teams)}";
        if (_shapeIds.TryGetValue(key, out var known))
        {
            return Shapes[known];
        }

        int[] rows = [channel, .. required.Select(Row)];
        int[][] tiers = teams.Length == 0 ? [rows] : [.. teams.Select(t => (int[])[.. rows, Row(t)])];
        var shape = new Shape
        {
            Id = Shapes.Count,
            Channel = channel,
            Required = required,
            Excluded = excluded,
            Teams = teams,
            Skills = skills,
            Tiers = preferred.Length == 0 ? tiers : [.. tiers.SelectMany(t => (int[][])[[.. t, .. preferred.Select(Row)], t])],
            ExcludedRows = [.. excluded.Select(Row)],
        };
        Shapes.Add(shape);
        _shapeIds.Add(key, shape.Id);
        ShapeFits.Grow(Profiles.Count, (shape.Id >> 6) + 1);
        for (var profile = 0; profile < Profiles.Count; profile++)
        {
            if (shape.Fits(TraitFits, profile))
            {
                ShapeFits.Set(profile, shape.Id);
            }
        }

        return shape;
    }

    private int Row(int trait) => FirstTraitRow + trait;

    private int[] Needs(IList<SkillNeed> needs) =>
        [.. needs.Select(n => TraitOf(Trait.OfSkill(_names.Skill(n.Skill), n.Min, n.Max))).Distinct().Order()];

    // In the order given: it is the order in which teams are tried.
    private int[] Teams(IList<string> teams) => [.. teams.Select(t => TraitOf(Trait.OfTeam(_names.Team(t))))];

    private int[] Skills(IList<SkillNeed> required, IList<SkillNeed> preferred) =>
        [.. required.Concat(preferred).Select(n => _names.Skill(n.Skill)).Distinct()];

    private int TraitOf(Trait trait)
    {
        if (!_traitIds.TryGetValue(trait, out var id))
        {
            _traits.Add(trait);
            _traitIds.Add(trait, id = _traits.Count - 1);
            TraitFits.Grow(Profiles.Count, (id >> 6) + 1);
            for (var profile = 0; profile < Profiles.Count; profile++)
            {
                SetTrait(profile, id);
            }
        }

        return id;
    }

    private void SetTrait(int profile, int trait)
    {
        if (Profiles[profile].Has(_traits[trait]))
        {
            TraitFits.Set(profile, trait);
        }
    }
}
