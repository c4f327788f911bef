namespace OmniChannel.Engagement.Engine;

/// <summary>
/// The deciding of one batch: inputs in order, before each what is due; after each, what follows from it. Inputs join until it is closed. Where
/// the batch begins and ends changes nothing of what is decided. What the batch before it took and is still writing counts as taken.
/// </summary>
internal sealed class BatchDeciding(
    WorkspaceState state, Decider decider, BatchLoader loader, BatchStart begin, IReadOnlyDictionary<InboxKey, InputOutcome>? before = null)
{
    private const int MostRepeats = 3;
    private readonly List<DecidedInput> _decided = [];
    private readonly Dictionary<InboxKey, InputOutcome> _taken = [];
    private readonly List<(DateTimeOffset Due, TimerKind Kind, long Id)> _dropped = [];
    private readonly long _start = state.Undo.Mark();
    private long _sequence = begin.Sequence;
    private DateTimeOffset _now = begin.At;

    /// <summary>Who waits for this batch.</summary>
    public List<(Envelope Envelope, InputOutcome Outcome)> Waiting { get; } = [];

    public int Count => Waiting.Count;

    /// <summary>Decides more inputs, each at the clock's time or, where that went back, at the last one.</summary>
    /// <exception cref="IOException">Rows could not be read. What was decided so far stands in memory: the batch must be taken back.</exception>
    public async Task AddAsync(
        IReadOnlyList<Envelope> envelopes, Dictionary<InboxKey, InputOutcome> duplicates, TimeProvider time, CancellationToken cancellationToken)
    {
        await FireDueAsync(Now(time), cancellationToken).ConfigureAwait(false);
        foreach (var envelope in envelopes)
        {
            await FireDueAsync(Now(time), cancellationToken).ConfigureAwait(false);
            Waiting.Add((envelope, await TakeAsync(envelope.Input, duplicates, _now, cancellationToken).ConfigureAwait(false)));
        }
    }

    /// <summary>Takes what changed, ready to be written.</summary>
    public PendingBatch Close()
    {
        var rows = state.Dirty.Select(k => (state.Table(k.Table), k.Key, state.Table(k.Table).Peek(k.Key))).ToList();
        state.Dirty.Clear();
        return new()
        {
            ExpectedSequence = begin.Sequence,
            NewSequence = _sequence,
            LeaseEpoch = begin.LeaseEpoch,
            Inputs = _decided,
            Waiting = Waiting,
            Taken = _taken,
            Rows = rows,
            StartMark = _start,
            EndMark = state.Undo.Mark(),
            At = _now,
            Dropped = _dropped,
        };
    }

    private DateTimeOffset Now(TimeProvider time)
    {
        var clock = time.GetUtcNow();
        return _now = clock > _now ? clock : _now;
    }

    private async ValueTask FireDueAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var last = default((DateTimeOffset Due, TimerKind Kind, long Id));
        for (var repeats = 0; state.Deadlines.First(now) is { } due; last = due)
        {
            var decided = _decided.Count;
            repeats = due == last ? repeats + 1 : 0;
            await DecideAsync(new TimerInput { Timer = due.Kind, Id = due.Id, Due = due.Due }, now, cancellationToken).ConfigureAwait(false);

            // What changed something and is due at the very same time again, such as an overflow at the end of an offer, fires again.
            if ((_decided.Count == decided || repeats == MostRepeats) && state.Deadlines.Drop(due))
            {
                _dropped.Add(due);
            }
        }
    }

    private async ValueTask<InputOutcome> TakeAsync(
        EngineInput input, Dictionary<InboxKey, InputOutcome> duplicates, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (input.Inbox is not { } key)
        {
            return await DecideAsync(input, now, cancellationToken).ConfigureAwait(false);
        }

        if (duplicates.TryGetValue(key, out var known) || _taken.TryGetValue(key, out known) || before?.TryGetValue(key, out known) == true)
        {
            return known with { IsDuplicate = true };
        }

        var outcome = await DecideAsync(input, now, cancellationToken).ConfigureAwait(false);
        _taken[key] = outcome;
        loader.Remember(key, now);
        return outcome;
    }

    /// <summary>An input decided before in the batch may have led to rows that nobody had reason to load with it.</summary>
    private async ValueTask<InputOutcome> DecideAsync(EngineInput input, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var decided = await RecordAsync(input, now, cancellationToken).ConfigureAwait(false);
        foreach (var next in decided?.FollowUps ?? [])
        {
            await DecideAsync(next, now, cancellationToken).ConfigureAwait(false);
        }

        return decided?.Outcome ?? new();
    }

    /// <summary>Again and again, each time with the rows that it came upon: nothing but them differs.</summary>
    private async ValueTask<DecidedInput?> RecordAsync(EngineInput input, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await loader.LoadRowsAsync(input, cancellationToken).ConfigureAwait(false);
        while (true)
        {
            try
            {
                if (input is HistoryInput history)
                {
                    history.History = await loader.ReadHistoryAsync(history.Histories(state), [.. begin.Unwritten ?? [], .. _decided], cancellationToken).ConfigureAwait(false);
                }

                return Record(input, now);
            }
            catch (RowsMissingException missing)
            {
                await loader.LoadRowsAsync(missing, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private DecidedInput? Record(EngineInput input, DateTimeOffset now)
    {
        var decided = decider.Decide(input, now, _sequence + 1);
        if (decided is { Journal: not null })
        {
            _sequence++;
            _decided.Add(decided);
        }

        return decided;
    }
}
