using System.Text.Json.Serialization;

namespace OmniChannel.Channels.Twilio;

/// <summary>What we read of an answer of the REST API: a resource's SID, or an error's code. Its message may hold addresses: never read.</summary>
internal sealed record TwilioAnswer
{
    [JsonPropertyName("sid")]
    public string? Sid { get; init; }

    [JsonPropertyName("code")]
    public int? Code { get; init; }
}
