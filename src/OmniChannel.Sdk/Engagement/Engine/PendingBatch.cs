namespace OmniChannel.Engagement.Engine;

/// <summary>A decided batch: everything its commit writes, held so that the same bytes can be tried again or all of it rolled back.</summary>
internal sealed class PendingBatch
{
    public required long ExpectedSequence { get; init; }

    public required long NewSequence { get; init; }

    public required long LeaseEpoch { get; init; }

    public required IReadOnlyList<DecidedInput> Inputs { get; init; }

    public required IReadOnlyList<(Envelope Envelope, InputOutcome Outcome)> Waiting { get; init; }

    /// <summary>What each of its webhooks led to. For the batch that is decided meanwhile they count as taken: if this one fails, that one is rolled back with it.</summary>
    public required IReadOnlyDictionary<InboxKey, InputOutcome> Taken { get; init; }

    /// <summary>Changed rows with their values at the end of the batch; a null value is a removed row.</summary>
    public required IReadOnlyList<(IStateRows Table, long Key, object? Value)> Rows { get; init; }

    /// <summary>Undo mark where the batch begins, and where it ends.</summary>
    public required long StartMark { get; init; }

    public required long EndMark { get; init; }

    /// <summary>Engine time of the batch.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Timers that fired and changed nothing.</summary>
    public required IReadOnlyList<(DateTimeOffset Due, TimerKind Kind, long Id)> Dropped { get; init; }

    public bool IsEmpty => Inputs.Count == 0;

    /// <summary>Serialises; runs beside the deciding of the next batch, which never changes these values.</summary>
    public EngineCommit ToCommit()
    {
        var rows = new List<StateRow>(Rows.Count);
        var removed = new List<RowKey>();
        foreach (var (table, key, value) in Rows)
        {
            if (value is null)
            {
                removed.Add(new(table.Table, key));
            }
            else
            {
                rows.Add(table.ToRow(key, value, NewSequence));
            }
        }

        return new()
        {
            ExpectedSequence = ExpectedSequence,
            NewSequence = NewSequence,
            LeaseEpoch = LeaseEpoch,
            Inbox = [.. Inputs.Where(i => i.Inbox is not null).Select(i => new InboxRow
            {
                Key = i.Inbox!.Value, Sequence = i.Sequence, At = i.At, Answer = InboxAnswer.Write(i.Outcome),
            })],
            Journal = [.. Inputs.Select(i => i.Journal!)],
            Rows = rows,
            Removed = removed,
        };
    }
}
