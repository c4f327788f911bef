namespace OmniChannel.Storage;

/// <summary>A table of state rows. A store makes one table, or one partition, for each of <see cref="All"/>.</summary>
public readonly record struct StateTable
{
    private StateTable(string name, int number)
    {
        Name = name;
        Number = number;
    }

    /// <summary>Identifiers and what they belong to.</summary>
    public static StateTable Identifiers { get; } = new("identifier", 0);

    /// <summary>Atoms and their customers: the smallest identities, never split.</summary>
    public static StateTable Atoms { get; } = new("atom", 1);

    /// <summary>Merged-away customer ids, and verdicts on identities.</summary>
    public static StateTable Verdicts { get; } = new("verdict", 2);

    /// <summary>Customers' profiles; the parent is the atom.</summary>
    public static StateTable Profiles { get; } = new("profile", 3);

    /// <summary>Conversations; the parent is the atom that opened it.</summary>
    public static StateTable Conversations { get; } = new("conversation", 4);

    /// <summary>Outbound messages not yet final; the parent is the conversation.</summary>
    public static StateTable Messages { get; } = new("message", 5);

    /// <summary>Provider message ids, for receipts and threads.</summary>
    public static StateTable ProviderIds { get; } = new("provider_id", 6);

    /// <summary>Agents.</summary>
    public static StateTable Agents { get; } = new("agent", 7);

    /// <summary>Work items and their offers; the parent is the conversation.</summary>
    public static StateTable WorkItems { get; } = new("work_item", 8);

    /// <summary>Effects that are due or under way; the parent is the conversation.</summary>
    public static StateTable Effects { get; } = new("effect", 9);

    /// <summary>Cursors of handlers and pull sources, counters, and the rest of a workspace's few settings.</summary>
    public static StateTable Settings { get; } = new("setting", 10);

    /// <summary>Every table, in the order of their numbers.</summary>
    public static IReadOnlyList<StateTable> All { get; } =
    [
        Identifiers, Atoms, Verdicts, Profiles, Conversations, Messages, ProviderIds, Agents, WorkItems, Effects, Settings,
    ];

    /// <summary>The name, fit for a table's name.</summary>
    public string Name { get; }

    /// <summary>A small stable number.</summary>
    public int Number { get; }

    /// <summary>Two tables are one when their numbers are: rows are looked up by table many times for each input.</summary>
    public bool Equals(StateTable other) => Number == other.Number;

    /// <inheritdoc/>
    public override int GetHashCode() => Number;

    /// <summary>The name itself.</summary>
    public override string ToString() => Name ?? "";
}
