namespace OmniChannel.Storage.Sqlite.WriteBehind;

/// <summary>
/// The state rows and the inbox rows of a commit as one blob: a version byte, the number of state changes, and for each its kind, table and
/// key, and what the row holds; then the number of inbox rows and what each holds. A change is replayed the same way after its commit and
/// after a crash. One thread at a time.
/// </summary>
internal sealed class RedoFraming
{
    private const byte FramingVersion = 2;
    private const byte WithInbox = 2;
    private const int Removed = 0;
    private const int Written = 1;
    private const int WrittenResident = 2;

    private readonly FrameWriter _writer = new();

    /// <summary>The blob; good until the next call.</summary>
    public ReadOnlySpan<byte> Write(IReadOnlyList<StateRow> rows, IReadOnlyList<RowKey> removed, IReadOnlyList<InboxRow> inbox)
    {
        _writer.Start(FramingVersion);
        _writer.Number(rows.Count + removed.Count);
        for (var i = 0; i < rows.Count; i++)
        {
            var row = rows[i];
            Put(row.IsResident ? WrittenResident : Written, row.Key);
            _writer.Int64(row.Parent);
            _writer.Int64(row.AppliedSequence);
            _writer.Bytes(row.Value.Span);
        }

        for (var i = 0; i < removed.Count; i++)
        {
            Put(Removed, removed[i]);
        }

        _writer.Number(inbox.Count);
        for (var i = 0; i < inbox.Count; i++)
        {
            var row = inbox[i];
            _writer.Int64(row.Key.High);
            _writer.Int64(row.Key.Low);
            _writer.Int64(row.Sequence);
            _writer.Int64(row.At.UtcTicks);
            _writer.Bytes(row.Answer.Span);
        }

        return _writer.Written;
    }

    /// <summary>Makes the changes of a blob in a generation, whose rows keep parts of the blob.</summary>
    /// <exception cref="InvalidDataException">The blob is not one that this class writes.</exception>
    public static void Replay(ReadOnlyMemory<byte> blob, Generation generation)
    {
        var reader = new FrameReader(blob, "The rows of a commit");
        var version = reader.Version(FramingVersion);
        for (var i = reader.Count(); i > 0; i--)
        {
            var kind = reader.Number();
            var table = reader.Number();
            if (kind > WrittenResident || table >= StateTable.All.Count)
            {
                throw reader.Cut();
            }

            var key = new RowKey(StateTable.All[table], reader.Int64());
            generation.Write(key, kind == Removed ? null : new StateRow
            {
                Key = key,
                IsResident = kind == WrittenResident,
                Parent = reader.Int64(),
                AppliedSequence = reader.Int64(),
                Value = reader.Bytes(),
            });
        }

        if (version >= WithInbox)
        {
            ReplayInbox(ref reader, generation);
        }

        reader.End();
    }

    private static void ReplayInbox(ref FrameReader reader, Generation generation)
    {
        for (var i = reader.Count(); i > 0; i--)
        {
            var key = new InboxKey(reader.Int64(), reader.Int64());
            var (sequence, at) = (reader.Int64(), reader.Int64());
            if (at < 0 || at > DateTime.MaxValue.Ticks)
            {
                throw reader.Cut();
            }

            generation.Add(new InboxRow { Key = key, Sequence = sequence, At = new(at, TimeSpan.Zero), Answer = reader.Bytes() });
        }
    }

    private void Put(int kind, RowKey key)
    {
        _writer.Number(kind);
        _writer.Number(key.Table.Number);
        _writer.Int64(key.Key);
    }
}
