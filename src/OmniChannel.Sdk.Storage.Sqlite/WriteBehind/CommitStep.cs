namespace OmniChannel.Storage.Sqlite.WriteBehind;

/// <summary>What one transaction writes for the overlay.</summary>
internal sealed record CommitStep
{
    /// <summary>Counts the transactions of this kind; the head holds the last one. A reader knows by it which of them its snapshot has.</summary>
    public required long Moment { get; init; }

    /// <summary>The redo row; empty for none.</summary>
    public ReadOnlyMemory<byte> Redo { get; init; }

    /// <summary>What is written to the tables, from <see cref="DrainFrom"/> to <see cref="DrainTo"/>; null when nothing is.</summary>
    public DrainOrder? Order { get; init; }

    public int DrainFrom { get; init; }

    public int DrainTo { get; init; }

    /// <summary>The journal sequence up to which the tables are whole afterwards; null when the generation is not done.</summary>
    public long? Drained { get; init; }

    /// <summary>The last redo row that is no longer needed; 0 for none.</summary>
    public long SpentTo { get; init; }
}
