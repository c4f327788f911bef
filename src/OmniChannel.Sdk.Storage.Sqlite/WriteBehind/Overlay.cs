namespace OmniChannel.Storage.Sqlite.WriteBehind;

/// <summary>
/// What is committed and not yet in the tables. A commit adds to the active generation; a full one is frozen, and the commits after it
/// write it to the tables slice by slice, ahead of the next becoming full. So a page of a table is written once for all its rows of a
/// generation, and no commit carries a whole generation. Views are for every thread, all else is for the writer's.
/// </summary>
internal sealed class Overlay(GenerationLimits limits)
{
    // A quarter faster than the next generation fills: never late, and never in a burst.
    private const double Pace = 1.25;

    private readonly Lock _gate = new();
    private readonly RedoFraming _framing = new();
    private readonly Queue<RedoRow> _spent = [];
    private readonly Generation _pending = new();
    private Generation _active = new();
    private Generation? _frozen;
    private Generation _spare = new();
    private DrainOrder? _order;
    private int _position;
    private CommitStep? _announced;
    private long _moment;

    /// <summary>The moment after the next transaction.</summary>
    public long NextMoment => _moment + 1;

    /// <summary>Takes what a file held back when it was closed or left.</summary>
    public void Restore(Generation left, long moment)
    {
        lock (_gate)
        {
            (_active, _moment) = (left, moment);
        }
    }

    /// <summary>
    /// A look at the overlay together with a snapshot of the tables. The lock is held until the view is disposed; the snapshot that
    /// <paramref name="begin"/> began may be read on afterwards, for keys that the view did not have.
    /// </summary>
    /// <param name="begin">Begins a read transaction and gives its moment. A commit under way is in the view when it is in the snapshot.</param>
    public OverlayView View(Func<long> begin)
    {
        var scope = _gate.EnterScope();
        try
        {
            var isLanded = begin() > _moment && _announced is not null;
            return new OverlayView(scope, isLanded ? _pending : null, _active, _frozen);
        }
        catch
        {
            scope.Dispose();
            throw;
        }
    }

    /// <summary>True when the overlay holds an inbox row that the tables may not have yet. For the writer's thread.</summary>
    public bool Holds(InboxKey key) => _active.Find(key) is not null || _frozen?.Find(key) is not null;

    /// <summary>Plans the transaction of a commit.</summary>
    public CommitStep Prepare(EngineCommit commit)
    {
        CheckSettled();
        var isEmpty = commit.Rows.Count + commit.Removed.Count + commit.Inbox.Count == 0;
        ReadOnlyMemory<byte> redo = isEmpty ? default : _framing.Write(commit.Rows, commit.Removed, commit.Inbox).ToArray();
        Gather(commit, redo);
        var fill = _active.Fill(limits, _pending);
        _order ??= _frozen is null ? null : new DrainOrder(_frozen);

        // Rows that the active generation has already are counted twice: the next target may lie behind this one.
        var to = _order is null ? 0 : Math.Max(_position, (int)Math.Min(_order.Count, Math.Ceiling(_order.Count * fill * Pace)));
        return Step(redo, to, SpentFor(redo.Length));
    }

    /// <summary>Plans a transaction that writes what is left of the oldest generation; null when nothing is.</summary>
    public CommitStep? PrepareFlush()
    {
        CheckSettled();
        if (_frozen is null && !_active.IsEmpty)
        {
            Freeze();
        }

        if (_frozen is null)
        {
            return _spent.Count == 0 ? null : Step(default, 0, _spent.Last().Moment);
        }

        _order ??= new DrainOrder(_frozen);
        var last = _frozen.Redo.Count > 0 ? _frozen.Redo[^1].Moment : _spent.LastOrDefault().Moment;
        return Step(default, _order.Count, last);
    }

    /// <summary>From now on a snapshot that has the transaction sees its rows. Comes before COMMIT, which shows it to snapshots.</summary>
    public void Announce(CommitStep step)
    {
        lock (_gate)
        {
            _announced = step;
        }
    }

    /// <summary>Keeps or forgets the transaction that was announced, by the moment that the head really has.</summary>
    public void Settle(long moment)
    {
        lock (_gate)
        {
            if (_announced is { } step && moment == step.Moment)
            {
                KeepLocked(step);
            }
            else if (moment != _moment)
            {
                throw new InvalidDataException("The workspace file was changed by somebody else while it was open.");
            }

            _announced = null;
            _pending.Clear();
        }
    }

    private void KeepLocked(CommitStep step)
    {
        _moment = step.Moment;
        _active.Absorb(_pending);
        _position = step.DrainTo;
        if (_frozen is not null && step.Drained is not null)
        {
            foreach (var redo in _frozen.Redo)
            {
                _spent.Enqueue(redo);
            }

            _frozen.Clear();
            (_spare, _frozen, _order, _position) = (_frozen, null, null, 0);
        }

        while (_spent.TryPeek(out var spent) && spent.Moment <= step.SpentTo)
        {
            _spent.Dequeue();
        }

        if (_active.Fill(limits) >= 1)
        {
            FreezeLocked();
        }
    }

    private CommitStep Step(ReadOnlyMemory<byte> redo, int to, long spentTo) => new()
    {
        Moment = NextMoment,
        Redo = redo,
        Order = _order,
        DrainFrom = _position,
        DrainTo = to,
        Drained = _order is not null && to == _order.Count ? _frozen!.Sequence : null,
        SpentTo = spentTo,
    };

    private void Gather(EngineCommit commit, ReadOnlyMemory<byte> redo)
    {
        _pending.Clear();
        _pending.Cover(commit.NewSequence);
        if (commit.Journal.Count > 0)
        {
            _pending.Cover(commit.Journal[^1].At);
        }

        for (var i = 0; i < commit.Journal.Count; i++)
        {
            var row = commit.Journal[i];
            if (row.Conversation != 0 && row.FirstEntry != 0)
            {
                _pending.Append(new TimelineEntry(row.Conversation, row.FirstEntry, row.Sequence));
            }
        }

        if (!redo.IsEmpty)
        {
            RedoFraming.Replay(redo, _pending);
            _pending.Add(new RedoRow(NextMoment, redo.Length));
        }

        if (_pending.Inbox.Count != commit.Inbox.Count)
        {
            throw new ArgumentException("An inbox key is twice in one commit.", nameof(commit));
        }
    }

    /// <summary>About as many bytes of spent redo rows as are written: their pages, which are overwritten anyway, take the new row.</summary>
    private long SpentFor(int bytes)
    {
        var to = 0L;
        foreach (var spent in _spent)
        {
            if (bytes <= 0)
            {
                break;
            }

            bytes -= spent.Size;
            to = spent.Moment;
        }

        return to;
    }

    private void Freeze()
    {
        lock (_gate)
        {
            FreezeLocked();
        }
    }

    private void FreezeLocked() => (_frozen, _active, _order, _position) = (_active, _spare, null, 0);

    private void CheckSettled()
    {
        if (_announced is not null)
        {
            throw new InvalidOperationException("The outcome of the transaction before is not known yet.");
        }
    }
}
