using System.Text.Json.Serialization;

namespace OmniChannel.Identity;

/// <summary>An atom: which customer it is part of and which identifiers are tied to it.</summary>
internal sealed record AtomState
{
    public required long Id { get; init; }

    public required IdentifierKey Key { get; init; }

    public required long Customer { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public ImmutableArray<EvidenceState> Evidence { get; init; } = [];

    /// <summary>How the customer that began with this atom became part of another; null while it is one, and where that is not known.</summary>
    public JoinState? Joined { get; init; }

    public bool OptedOut { get; init; }

    /// <summary>The conversation in which it last began to take part; 0 for none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public long Conversation { get; init; }

    /// <summary>
    /// Of the conversations that it opened those that are open or part of another, and the newest: all that deciding may need, named here because
    /// they need not be in memory. Default for none.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public ImmutableArray<long> Opened { get; init; }
}
