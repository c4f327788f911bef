using OmniChannel.Conversations;
using OmniChannel.Engagement.Effects;
using OmniChannel.Engagement.Inputs;
using OmniChannel.Engagement.State;
using OmniChannel.Fakes;

namespace OmniChannel.Engagement.Engine;

/// <summary>The engine's own parts driven one batch after another without a thread: the same inputs give the same bytes.</summary>
internal sealed class EngineRig
{
    private readonly EngineActivity _activity = new();
    private readonly WorkspaceRules _rules;
    private BatchLoader _loader = null!;
    private Decider _decider = null!;
    private long _sequence;
    private long _epoch;
    private DateTimeOffset _at;

    private EngineRig(WorkspaceRules rules) => _rules = rules;

    public static WorkspaceHead Seed { get; } = new() { Sequence = 0, HashKey = Enumerable.Repeat((byte)7, 32).ToArray(), IdSeed = 42 };

    public StoreDouble Store { get; } = new();

    public WorkspaceState State { get; private set; } = null!;

    public CommittedView View { get; private set; } = null!;

    /// <summary>Which conversations leave memory after a batch, of those whose leaving changes no index; null for none.</summary>
    public Func<ConversationState, bool>? Leaves { get; init; }

    public DateTimeOffset Now { get; set; } = new(2026, 4, 1, 12, 0, 0, TimeSpan.Zero);

    /// <summary>I/O that was decided, in order.</summary>
    public List<EffectWork> Work { get; } = [];

    public static async Task<EngineRig> StartAsync(WorkspaceRules rules, Func<ConversationState, bool>? leaves = null)
    {
        var rig = new EngineRig(rules) { Leaves = leaves };
        await rig.RestartAsync();
        return rig;
    }

    /// <summary>Drops memory and loads what the store has; no start input.</summary>
    public async Task RestartAsync()
    {
        _epoch = (await Store.TryAcquireAsync(_rules.Workspace, CancellationToken.None))!.Value;
        var load = await Store.LoadAsync(_rules.Workspace, Seed, CancellationToken.None);
        State = new(load.Head, _rules);
        await foreach (var row in load.Rows)
        {
            State.Table(row.Key.Table).Load(row);
        }

        View = new();
        View.Publish(load.Head.Sequence, State.Tables.SelectMany(t => t.Keys.Select(k => (t, k, t.Peek(k)))));
        _loader = new(Store, Store, _rules.Workspace, State, new(State, View, _rules));
        await _loader.LoadSeenAsync(load.InboxKeys, CancellationToken.None);
        _decider = new(State, _rules);
        (_sequence, _at) = (load.Head.Sequence, load.Head.LastAt);
    }

    /// <summary>Decides and commits one batch.</summary>
    public async Task<IReadOnlyList<InputOutcome>> RunAsync(params IReadOnlyList<EngineInput> inputs)
    {
        var envelopes = inputs.Select(i => new Envelope(i, _activity)).ToList();
        var duplicates = await _loader.FindDuplicatesAsync(envelopes, CancellationToken.None);
        _loader.Begin();
        await _loader.LoadRowsAsync(envelopes, CancellationToken.None);
        var begin = new BatchStart { Sequence = _sequence, At = _at, LeaseEpoch = _epoch };
        var deciding = new BatchDeciding(State, _decider, _loader, begin);
        await deciding.AddAsync(envelopes, duplicates, new RigTime(this), CancellationToken.None);
        var batch = deciding.Close();
        if (!batch.IsEmpty)
        {
            Assert.Equal(CommitOutcome.Committed, await Store.CommitAsync(_rules.Workspace, batch.ToCommit(), CancellationToken.None));
        }

        (_sequence, _at) = (batch.NewSequence, batch.At);
        State.Undo.ForgetTo(batch.EndMark);
        View.Publish(batch.NewSequence, batch.Rows);
        foreach (var key in _loader.Loaded.Concat(batch.Rows.Select(r => new RowKey(r.Table.Table, r.Key))).Where(k => k.Table != StateTable.Conversations))
        {
            State.Table(key.Table).EvictIfCold(key.Key);
        }

        foreach (var conversation in State.Conversations.Values.Where(c => c is { Call: null, Verification: null } && Leaves?.Invoke(c) == true).ToList())
        {
            State.Conversations.Evict(conversation.Id.Value);
            View.Leave(conversation.Id);
        }

        _loader.Loaded.Clear();
        Work.AddRange(batch.Inputs.SelectMany(i => i.Work));
        return [.. batch.Waiting.Select(w => w.Outcome)];
    }

    private sealed class RigTime(EngineRig rig) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => rig.Now;
    }
}
