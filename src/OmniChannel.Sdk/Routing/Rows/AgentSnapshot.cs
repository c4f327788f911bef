using System.Text.Json.Serialization;

namespace OmniChannel.Routing.Rows;

/// <summary>The row of an agent. Immutable.</summary>
internal sealed record AgentSnapshot
{
    public required AgentProfile Profile { get; init; }

    public required Presence Presence { get; init; }

    /// <summary>Since when they hold nothing, or when they last got something.</summary>
    public required DateTimeOffset IdleSince { get; init; }

    /// <summary>The place in the line; a smaller one is asked first. 0 in rows from before there were places.</summary>
    public long Turn { get; init; }

    /// <summary>Heavy items since the last break.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int Heavy { get; init; }

    /// <summary>The end of a break after heavy work; null when there is none.</summary>
    public DateTimeOffset? ReliefUntil { get; init; }

    /// <summary>True once the end of the shift that the profile names has come.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool ShiftOver { get; init; }

    /// <summary>Whether they are available and their shift goes on; they may be busy.</summary>
    [JsonIgnore]
    public bool IsThere => Presence == Presence.Available && !ShiftOver;

    /// <summary>When time alone changes something of the agent; null for never.</summary>
    [JsonIgnore]
    public DateTimeOffset? Deadline
    {
        get
        {
            var ends = ShiftOver ? null : Profile.ShiftEnd;
            return ends is null || ReliefUntil < ends ? ReliefUntil : ends;
        }
    }
}
