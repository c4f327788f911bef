using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace OmniChannel.Engagement.Facts;

/// <summary>A fact kind: its stable name, its version and how it is written. Older versions are lifted by an upcaster on their JSON.</summary>
internal sealed record FactKind
{
    public required string Name { get; init; }

    public required int Version { get; init; }

    public required Type Type { get; init; }

    public required JsonTypeInfo Json { get; init; }

    /// <summary>Lifts the JSON of version n (key) to n + 1; pure.</summary>
    public IReadOnlyDictionary<int, Func<JsonElement, JsonElement>> Upcasters { get; init; } = new Dictionary<int, Func<JsonElement, JsonElement>>();
}
