namespace OmniChannel.Routing.Rows;

/// <summary>Routing with tables of its own, as in a workspace.</summary>
internal sealed class RoutingRig : IRoutingMemory
{
    private readonly Dictionary<QueueName, QueueServed> _served = [];
    private readonly SortedDictionary<string, double> _scarcity = new(StringComparer.Ordinal);
    private long _ids = 100;
    private long _order;

    public RoutingRig(IReadOnlyList<QueueOptions> queues, RoutingOptions? rules = null) =>
        Routing = new(new(queues, rules), Undo, [], Apply, this);

    public UndoLog Undo { get; } = new();

    public WorkspaceRouting Routing { get; }

    public QueueServed? Served(QueueName queue) => _served.GetValueOrDefault(queue);

    public double Scarcity(string skill) => _scarcity.GetValueOrDefault(skill);

    public List<object> Facts { get; } = [];

    /// <summary>The end of the batch window that is open.</summary>
    public DateTimeOffset? Window { get; private set; }

    public WorkTurn At(DateTimeOffset now) => new() { Now = now, Order = ++_order << 12, NewId = () => ++_ids, Facts = Facts };

    public void Apply(RoutingFact fact)
    {
        if (fact is QueueServed served)
        {
            _served[served.Queue] = served;
        }

        if (fact is SkillPriced priced)
        {
            _scarcity[priced.Skill] = priced.Waits;
        }

        if (fact is WindowMoved window)
        {
            Window = window.Until;
        }

        Routing.Apply(fact);
    }

    /// <summary>The rows as a store has them.</summary>
    public List<string> Rows() =>
    [
        .. Routing.Items.Keys.Order().Select(k => Text(Routing.Items.ToRow(k, Routing.Items.Get(k), 0))),
        $"{Window} {string.Join(' ', _scarcity)}",
        .. Routing.Agents.Keys.Order().Select(k => Text(Routing.Agents.ToRow(k, Routing.Agents.Get(k), 0))),
    ];

    /// <summary>What a start does: rows are read, and what they lead to is made from them.</summary>
    public void Reload()
    {
        Routing.WindowChanged();
        foreach (var table in new IStateRows[] { Routing.Agents, Routing.Items })
        {
            foreach (var row in table.Keys.Select(k => table.ToRow(k, table.Peek(k)!, 0)).ToList())
            {
                table.Load(row);
            }
        }
    }

    private static string Text(StateRow row) => System.Text.Encoding.UTF8.GetString(row.Value.Span);
}
