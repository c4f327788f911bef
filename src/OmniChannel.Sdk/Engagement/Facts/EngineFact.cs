using System.Text.Json.Serialization;

namespace OmniChannel.Engagement.Facts;

/// <summary>A fact of the engine. Personal values are in the payload only.</summary>
internal abstract record EngineFact
{
    /// <summary>Place of the payload in the journal row; null for none.</summary>
    public int? At { get; init; }

    [JsonIgnore]
    public Payload? Payload { get; init; }

    [JsonIgnore]
    public Payload Values => Payload ?? Payload.Erased;
}
