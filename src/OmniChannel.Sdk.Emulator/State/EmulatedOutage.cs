using System.Text.Json.Serialization;

namespace OmniChannel.Emulator.State;

/// <summary>How a provider fails.</summary>
public enum EmulatedOutage
{
    /// <summary>It works.</summary>
    [JsonStringEnumMemberName("none")]
    None,

    /// <summary>It answers that it cannot: 503 with Retry-After, or 451 for mail. Nothing is taken.</summary>
    [JsonStringEnumMemberName("unavailable")]
    Unavailable,

    /// <summary>Connections are refused. For Twilio that is the whole API, calls included.</summary>
    [JsonStringEnumMemberName("refused")]
    Refused,

    /// <summary>It takes what it gets, and its answer comes late.</summary>
    [JsonStringEnumMemberName("slow")]
    Slow,

    /// <summary>It takes what it gets and drops the connection before it answers.</summary>
    [JsonStringEnumMemberName("ambiguous")]
    Ambiguous,
}
