using System.Text.Json.Serialization;

namespace OmniChannel.Emulator.Twilio;

/// <summary>An answer of the REST API: a resource, or an error with its code.</summary>
internal sealed record TwilioResource
{
    [JsonPropertyName("sid")]
    public string? Sid { get; init; }

    [JsonPropertyName("account_sid")]
    public string? AccountSid { get; init; }

    [JsonPropertyName("from")]
    public string? From { get; init; }

    [JsonPropertyName("to")]
    public string? To { get; init; }

    [JsonPropertyName("body")]
    public string? Body { get; init; }

    /// <summary>A word for a resource, the HTTP status for an error.</summary>
    [JsonPropertyName("status")]
    public object? Status { get; init; }

    [JsonPropertyName("code")]
    public int? Code { get; init; }

    [JsonPropertyName("message")]
    public string? Message { get; init; }

    public static TwilioResource Error(int status, int code, string message) => new() { Status = status, Code = code, Message = message };

    public override string ToString() => nameof(TwilioResource);
}
