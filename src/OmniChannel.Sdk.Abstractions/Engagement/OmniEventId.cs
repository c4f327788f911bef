using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Serialization;

namespace OmniChannel.Engagement;

/// <summary>The place of an event in the workspace's journal.</summary>
[JsonConverter(typeof(TextJsonConverter<OmniEventId>))]
public readonly record struct OmniEventId : IComparable<OmniEventId>, IParsable<OmniEventId>
{
    /// <summary>Sets both parts.</summary>
    public OmniEventId(long journalSequence, int index)
    {
        JournalSequence = journalSequence;
        Index = index;
    }

    /// <summary>The journal row.</summary>
    public long JournalSequence { get; }

    /// <summary>The entry within the row, from 0.</summary>
    public int Index { get; }

    /// <inheritdoc/>
    public int CompareTo(OmniEventId other) =>
        JournalSequence != other.JournalSequence ? JournalSequence.CompareTo(other.JournalSequence) : Index.CompareTo(other.Index);

    /// <inheritdoc/>
    public static OmniEventId Parse(string s, IFormatProvider? provider = null) => TryParse(s, provider, out var id) ? id : throw new FormatException("An event id is 'journal.index'.");

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out OmniEventId result)
    {
        result = default;
        var dot = s?.IndexOf('.', StringComparison.Ordinal) ?? -1;
        if (dot < 0
            || !long.TryParse(s.AsSpan(0, dot), NumberStyles.None, CultureInfo.InvariantCulture, out var sequence)
            || !int.TryParse(s.AsSpan(dot + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var index))
        {
            return false;
        }

        result = new(sequence, index);
        return true;
    }

    /// <summary><c>journal.index</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{JournalSequence}.{Index}");
}
