using System.Globalization;
using OmniChannel.Storage;
using OmniChannel.Testing.Conformance;

namespace OmniChannel.Testing.Storage;

/// <summary>
/// What every store must do. Each check opens the store, closes it, and writes only to workspaces named after itself, so give it a place
/// where none of them exists yet. Checks may run at the same time where the store can be open more than once.
/// </summary>
public sealed partial class StorageConformance
{
    private readonly Func<CancellationToken, Task<StoreUnderTest>> _open;
    private readonly List<ConformanceCheck> _checks = [];

    /// <summary>Builds the kit for a store.</summary>
    /// <param name="open">Opens the store. A call after the former store was disposed finds the same data.</param>
    public StorageConformance(Func<CancellationToken, Task<StoreUnderTest>> open)
    {
        ArgumentNullException.ThrowIfNull(open);
        _open = open;
        AddLoadChecks();
        AddCommitChecks();
        AddRowChecks();
        AddJournalChecks();
        AddLeaseChecks();
        AddVolumeChecks();
        AddRandomChecks();
    }

    /// <summary>Where the random commits start. A failure says which seed it had; set it to see the same commits again.</summary>
    /// <value>20260301 by default.</value>
    public int Seed { get; init; } = 20260301;

    /// <summary>How many random commits a check makes.</summary>
    /// <value>300 by default.</value>
    public int RandomCommits { get; init; } = 300;

    /// <summary>The checks, in the order of what builds on what.</summary>
    public IReadOnlyList<ConformanceCheck> Checks => _checks;

    private void Add(string name, Func<StoreSession, CancellationToken, Task> check) =>
        _checks.Add(new ConformanceCheck(name, async cancellationToken =>
        {
            var session = new StoreSession(_open, new WorkspaceId("kit-" + name), cancellationToken);
            await using (session.ConfigureAwait(false))
            {
                await session.OpenAsync().ConfigureAwait(false);
                await check(session, cancellationToken).ConfigureAwait(false);
            }
        }));

    private static byte[] Bytes(params byte[] bytes) => bytes;

    private static StateRow Row(StateTable table, long key, long sequence, ReadOnlyMemory<byte> value, long parent = 0, bool isResident = false) => new()
    {
        Key = new RowKey(table, key),
        Parent = parent,
        IsResident = isResident,
        AppliedSequence = sequence,
        Value = value,
    };

    private static InboxRow Inbox(long high, long low, long sequence, ReadOnlyMemory<byte> answer = default) => new()
    {
        Key = new InboxKey(high, low),
        Sequence = sequence,
        At = StoreSession.TimeOf(sequence),
        Answer = answer,
    };

    private static JournalRow Journal(
        long sequence, long conversation = 0, long firstEntry = 0, int facts = 1, ReadOnlyMemory<byte> payload = default, long subject = 0) => new()
        {
            Sequence = sequence,
            InputKind = "kit." + (sequence % 3).ToString(CultureInfo.InvariantCulture),
            At = StoreSession.TimeOf(sequence),
            Conversation = conversation,
            FirstEntry = firstEntry,
            Facts = [.. Enumerable.Range(0, facts).Select(i => new FactRecord { Kind = $"fact-{i}", Version = i + 1, Body = Bytes((byte)i, (byte)sequence) })],
            Payload = payload,
            Subject = subject,
        };
}
