namespace OmniChannel.Storage.Sqlite.WriteBehind;

/// <summary>
/// The state rows of a commit as one blob: a version byte, the number of changes, and for each its kind, table and key, and what the row
/// holds. A change is replayed the same way after its commit and after a crash. One thread at a time.
/// </summary>
internal sealed class RedoFraming
{
    private const byte FramingVersion = 1;
    private const int Removed = 0;
    private const int Written = 1;
    private const int WrittenResident = 2;

    private readonly FrameWriter _writer = new();

    /// <summary>The blob; good until the next call.</summary>
    public ReadOnlySpan<byte> Write(IReadOnlyList<StateRow> rows, IReadOnlyList<RowKey> removed)
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

        return _writer.Written;
    }

    /// <summary>Makes the changes of a blob in a generation, whose rows keep parts of the blob.</summary>
    /// <exception cref="InvalidDataException">The blob is not one that this class writes.</exception>
    public static void Replay(ReadOnlyMemory<byte> blob, Generation generation)
    {
        var reader = new FrameReader(blob, "The rows of a commit");
        reader.Version(FramingVersion);
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

        reader.End();
    }

    private void Put(int kind, RowKey key)
    {
        _writer.Number(kind);
        _writer.Number(key.Table.Number);
        _writer.Int64(key.Key);
    }
}
