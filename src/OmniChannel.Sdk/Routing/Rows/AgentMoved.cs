using System.Text.Json.Serialization;

namespace OmniChannel.Routing.Rows;

/// <summary>An agent has another place in the line (they came, got something, or have nothing left), a break, or the end of their shift.</summary>
internal sealed record AgentMoved : RoutingFact
{
    public required AgentId Agent { get; init; }

    public required DateTimeOffset IdleSince { get; init; }

    public required long Turn { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int Heavy { get; init; }

    public DateTimeOffset? ReliefUntil { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool ShiftOver { get; init; }
}
