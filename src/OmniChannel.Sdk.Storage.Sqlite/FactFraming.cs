namespace OmniChannel.Storage.Sqlite;

/// <summary>
/// The facts of a journal row as one blob: a version byte, the number of facts, and for each its kind, version and body. One thread at a
/// time.
/// </summary>
internal sealed class FactFraming
{
    private const byte FramingVersion = 1;

    private readonly FrameWriter _writer = new();

    /// <summary>The blob; good until the next call.</summary>
    public ReadOnlySpan<byte> Write(IReadOnlyList<FactRecord> facts)
    {
        _writer.Start(FramingVersion);
        _writer.Number(facts.Count);
        for (var i = 0; i < facts.Count; i++)
        {
            _writer.Text(facts[i].Kind);
            _writer.Number(facts[i].Version);
            _writer.Bytes(facts[i].Body.Span);
        }

        return _writer.Written;
    }

    /// <summary>The facts; their bodies are parts of the blob.</summary>
    /// <exception cref="InvalidDataException">The blob is not one that this class writes.</exception>
    public static IReadOnlyList<FactRecord> Read(ReadOnlyMemory<byte> blob)
    {
        var reader = new FrameReader(blob, "The facts of a journal row");
        reader.Version(FramingVersion);
        var facts = new FactRecord[reader.Count()];
        for (var i = 0; i < facts.Length; i++)
        {
            facts[i] = new FactRecord { Kind = reader.Text(), Version = reader.Number(), Body = reader.Bytes() };
        }

        reader.End();
        return facts;
    }
}
