using System.Text.Json.Serialization;

namespace OmniChannel.Conversations;

/// <summary>A live call.</summary>
internal sealed record CallState
{
    public required string SessionId { get; init; }

    public required ChannelAccountId Account { get; init; }

    public CallPhase Phase { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>True while a request of the provider waits for instructions.</summary>
    public bool IsAsking { get; init; }

    /// <summary>When a request of the provider last asked what to do; null before any did.</summary>
    public DateTimeOffset? AskedAt { get; init; }

    /// <summary>How often in a row the caller was asked to speak and said nothing.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int Silences { get; init; }

    /// <summary>The sender id that is this call's alone, where its number is in another call; null where the number says who rings.</summary>
    public string? Sender { get; init; }

    /// <summary>The last instructions, which a request that comes once more gets once more; null for none, or erased.</summary>
    public ImmutableArray<CallCommand>? Said { get; init; }
}
