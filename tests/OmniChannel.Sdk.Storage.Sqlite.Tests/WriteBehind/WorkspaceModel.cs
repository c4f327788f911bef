namespace OmniChannel.Storage.Sqlite.Tests.WriteBehind;

/// <summary>What a workspace should hold, in the plainest way, and random commits to it.</summary>
internal sealed class WorkspaceModel
{
    public const int Keys = 9;
    public const int Parents = 3;
    public const int Conversations = 3;

    public List<JournalRow> Journal { get; } = [];

    public Dictionary<RowKey, StateRow> Rows { get; } = [];

    public List<InboxRow> Inbox { get; } = [];

    public static IReadOnlyList<StateTable> Tables { get; } = [StateTable.Conversations, StateTable.Effects];

    public EngineCommit Next(int seed)
    {
        var random = new Random(seed);
        var head = Journal.Count;
        var journal = Enumerable.Range(1, random.Next(5)).Select(i => JournalOf(head + i, random.Next(Conversations + 1), random)).ToList();
        var touched = Enumerable.Range(0, random.Next(6)).Select(_ => new RowKey(Tables[random.Next(2)], random.Next(Keys))).Distinct().ToList();
        var removed = touched.Where(_ => random.Next(3) == 0).ToList();
        return new EngineCommit
        {
            ExpectedSequence = head,
            NewSequence = head + journal.Count,
            Journal = journal,
            Inbox = [.. journal.Select(j => new InboxRow { Key = new(j.Sequence * 7919 % 5003, 1), Sequence = j.Sequence, At = j.At, Answer = new byte[random.Next(4)] })],
            Rows = [.. touched.Except(removed).Select(k => RowOf(k, head + journal.Count, random))],
            Removed = removed,
        };
    }

    public void Apply(EngineCommit commit)
    {
        Journal.AddRange(commit.Journal);
        Inbox.AddRange(commit.Inbox);
        foreach (var row in commit.Rows)
        {
            Rows[row.Key] = row;
        }

        foreach (var key in commit.Removed)
        {
            Rows.Remove(key);
        }
    }

    public async Task CompareAsync(SqliteStore store)
    {
        var workspace = SqliteFolder.Default;
        Assert.Equal(Journal.Count, (await store.ReadHeadAsync(workspace, default)).Sequence);
        var found = await store.FindInboxAsync(workspace, [new(-5, 1), .. Inbox.Select(i => i.Key)], default);
        Assert.Equal(Texts(Inbox), Texts(found));
        RowKey[] keys = [.. Tables.SelectMany(t => Enumerable.Range(0, Keys).Select(k => new RowKey(t, k)))];
        Assert.Equal(Texts(Rows.Values), Texts(await store.ReadRowsAsync(workspace, keys, default)));
        foreach (var table in Tables)
        {
            for (var parent = 0; parent <= Parents; parent++)
            {
                var children = await store.ReadByParentAsync(workspace, table, parent, default);
                Assert.Equal(children.Select(c => c.Key.Key).Order(), children.Select(c => c.Key.Key));
                Assert.Equal(Texts(Rows.Values.Where(r => parent != 0 && r.Key.Table == table && r.Parent == parent)), Texts(children));
            }
        }

        for (var conversation = 1; conversation <= Conversations; conversation++)
        {
            var all = Journal.Where(j => j.Conversation == conversation).Select(j => j.Sequence).ToList();
            var from = all.Count / 2;
            Assert.Equal(all, await SequencesAsync(store, conversation, 0));
            Assert.Equal(all.Skip(from), await SequencesAsync(store, conversation, from < all.Count ? Journal[(int)all[from] - 1].FirstEntry : long.MaxValue, all.Count == from));
        }
    }

    public async Task CompareLoadAsync(EngineLoad load)
    {
        Assert.Equal(Texts(Rows.Values.Where(r => r.IsResident)), Texts(await load.Rows.ToListAsync()));
        Assert.Equal(Inbox.Select(i => i.Key.High).Order(), (await load.InboxKeys.ToListAsync()).Order());
    }

    private static async Task<List<long>> SequencesAsync(SqliteStore store, long conversation, long from, bool isNone = false)
    {
        var rows = await store.ReadConversationAsync(SqliteFolder.Default, new ConversationId(conversation), from, default).ToListAsync();
        return isNone ? [] : [.. rows.Select(r => r.Sequence)];
    }

    private static string[] Texts(IEnumerable<StateRow> rows) =>
        [.. rows.Select(r => $"{r.Key} {r.Parent} {r.IsResident} {r.AppliedSequence} {Convert.ToHexString(r.Value.Span)}").Order(StringComparer.Ordinal)];

    private static string[] Texts(IEnumerable<InboxRow> rows) =>
        [.. rows.Select(r => $"{r.Key} {r.Sequence} {r.At.UtcTicks} {r.Answer.Length}").Order(StringComparer.Ordinal)];

    private static StateRow RowOf(RowKey key, long sequence, Random random) => new()
    {
        Key = key,
        Parent = random.Next(Parents + 1),
        IsResident = random.Next(2) == 0,
        AppliedSequence = sequence,
        Value = BitConverter.GetBytes(random.NextInt64()),
    };

    private static JournalRow JournalOf(long sequence, long conversation, Random random) => new()
    {
        Sequence = sequence,
        InputKind = "test",
        At = new DateTimeOffset(2026, 3, 1, 0, 0, 0, TimeSpan.Zero),
        Conversation = conversation,
        FirstEntry = conversation == 0 ? 0 : sequence * 3,
        Facts = [],
        Payload = new byte[random.Next(50)],
    };
}
