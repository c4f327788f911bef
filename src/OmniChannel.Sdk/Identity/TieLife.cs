namespace OmniChannel.Identity;

/// <summary>How long the ties of atoms live after they were last seen, by the type of the identifier.</summary>
internal sealed class TieLife(IReadOnlyList<IdentifierDefinition> types)
{
    // A sight is written when the last one is this part of the life ago: a device that is seen every minute costs a row now and then.
    private const int Share = 16;
    private readonly Dictionary<IdentifierType, TimeSpan> _lives =
        types.Where(t => t.TimeToLive is not null).ToDictionary(t => t.Type, t => TimeSpan.FromDays(Math.Max(1, Math.Ceiling(t.TimeToLive!.Value.TotalDays))));

    /// <summary>When a tie ends unless it is seen again; null for never.</summary>
    public DateTimeOffset? EndOf(EvidenceState tie) => _lives.TryGetValue(tie.Type, out var life) ? (tie.SeenAt ?? tie.At) + life : null;

    /// <summary>When a tie was last seen, where that is later than what comes late and takes its place; null otherwise.</summary>
    public DateTimeOffset? SeenAfter(EvidenceState? tie, DateTimeOffset at) => tie is not null && _lives.ContainsKey(tie.Type) && (tie.SeenAt ?? tie.At) is var seen && seen > at ? seen : null;

    /// <summary>True when another sight of a tie is worth a row.</summary>
    public bool IsDue(EvidenceState tie, DateTimeOffset at) => _lives.TryGetValue(tie.Type, out var life) && at - (tie.SeenAt ?? tie.At) >= life / Share;

    /// <summary>When the first tie of an atom ends; null for never.</summary>
    public DateTimeOffset? FirstEndOf(AtomState? atom)
    {
        DateTimeOffset? first = null;
        foreach (var tie in atom?.Evidence ?? [])
        {
            first = EndOf(tie) is { } end && !(first <= end) ? end : first;
        }

        return first;
    }
}
