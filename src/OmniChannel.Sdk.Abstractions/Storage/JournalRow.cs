namespace OmniChannel.Storage;

/// <summary>One input and the facts it led to. Appended, never changed, but for an erasure that empties <see cref="Payload"/>.</summary>
public sealed record JournalRow
{
    /// <summary>Gap-free in the workspace, from 1.</summary>
    public required long Sequence { get; init; }

    /// <summary>Kind of the input.</summary>
    public required string InputKind { get; init; }

    /// <summary>Engine time of the input.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The conversation appended to; 0 for none. Indexed together with <see cref="FirstEntry"/>.</summary>
    public long Conversation { get; init; }

    /// <summary>The first conversation sequence among the facts; 0 for none.</summary>
    public long FirstEntry { get; init; }

    /// <summary>The facts in order.</summary>
    public required IReadOnlyList<FactRecord> Facts { get; init; }

    /// <summary>Personal values, referred to by the facts; empty when there are none or after an erasure.</summary>
    public ReadOnlyMemory<byte> Payload { get; init; }

    /// <summary>The atom whose personal values the payload holds; 0 for none. Not indexed: an erasure goes from the atom by its conversations.</summary>
    public long Subject { get; init; }
}
