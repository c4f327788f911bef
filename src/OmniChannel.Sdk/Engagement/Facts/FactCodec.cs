using System.Buffers;
using System.Text.Json;

namespace OmniChannel.Engagement.Facts;

/// <summary>Facts and payloads to and from the bytes of a journal row.</summary>
internal static class FactCodec
{
    private static readonly Dictionary<Type, FactKind> ByType = FactKinds.All.ToDictionary(k => k.Type);
    private static readonly Dictionary<string, FactKind> ByName = FactKinds.All.ToDictionary(k => k.Name);

    public static FactRecord Encode(object fact)
    {
        var kind = ByType[fact.GetType()];
        return new() { Kind = kind.Name, Version = kind.Version, Body = StoredJson.Write(fact, kind.Json) };
    }

    public static object Decode(FactRecord record, IReadOnlyList<Payload> payloads)
    {
        if (!ByName.TryGetValue(record.Kind, out var kind) || record.Version > kind.Version)
        {
            throw new StoreVersionException($"The journal holds '{record.Kind}' version {record.Version}, which this version does not know. Update the library.");
        }

        return Decode(record, kind, payloads);
    }

    internal static object Decode(FactRecord record, FactKind kind, IReadOnlyList<Payload> payloads)
    {
        var fact = record.Version == kind.Version
            ? JsonSerializer.Deserialize(record.Body.Span, kind.Json)
            : Upcast(record, kind);
        return fact switch
        {
            EngineFact { At: { } place } engineFact => engineFact with { Payload = place < payloads.Count ? payloads[place] : Payload.Erased },
            not null => fact,
            null => throw new InvalidDataException($"A fact '{record.Kind}' of the journal is empty."),
        };
    }

    public static ReadOnlyMemory<byte> EncodePayloads(IReadOnlyCollection<Payload> payloads) =>
        payloads.Count == 0 ? default : StoredJson.Write([.. payloads], FactJson.Default.PayloadArray);

    public static IReadOnlyList<Payload> DecodePayloads(ReadOnlyMemory<byte> payload) =>
        payload.IsEmpty ? [] : JsonSerializer.Deserialize(payload.Span, FactJson.Default.PayloadArray) ?? [];

    public static IReadOnlyList<object> Decode(JournalRow row)
    {
        var payloads = DecodePayloads(row.Payload);
        return [.. row.Facts.Select(f => Decode(f, payloads))];
    }

    private static object? Upcast(FactRecord record, FactKind kind)
    {
        using var document = JsonDocument.Parse(record.Body);
        var json = document.RootElement;
        for (var version = record.Version; version < kind.Version; version++)
        {
            json = kind.Upcasters[version](json);
        }

        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            json.WriteTo(writer);
        }

        return JsonSerializer.Deserialize(buffer.WrittenSpan, kind.Json);
    }
}
