using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace OmniChannel.Engagement.Facts;

/// <summary>The bytes of every fact kind: what a store of today holds must be read for ever.</summary>
public sealed class FactGoldenTests
{
    public static TheoryData<string> Kinds { get; } = [.. FactKinds.All.Select(k => k.Name)];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Kind_Encoded_MatchesItsGoldenFile(string kind)
    {
        var record = FactCodec.Encode(Sample(kind));
        Snapshot.MatchFile(File(kind, record.Version), Encoding.UTF8.GetString(record.Body.Span));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Kind_DecodedFromItsGoldenFile_EncodesToTheSame(string kind)
    {
        var version = FactKinds.All.Single(k => k.Name == kind).Version;
        var golden = Encoding.UTF8.GetBytes(System.IO.File.ReadAllText(File(kind, version)).TrimEnd('\n'));

        var fact = FactCodec.Decode(new() { Kind = kind, Version = version, Body = golden }, [FactSamples.Payload, FactSamples.Payload]);

        Assert.Equal(Sample(kind).GetType(), fact.GetType());
        Assert.Equal(golden, FactCodec.Encode(fact).Body.ToArray());
        Assert.True(fact is not EngineFact { At: not null } withPayload || ReferenceEquals(withPayload.Payload, FactSamples.Payload));
    }

    [Fact]
    public void Kinds_OfTheSamples_AreAllThereAre() =>
        Assert.Equal(FactKinds.All.Select(k => k.Type).OrderBy(t => t.Name), FactSamples.All.Keys.OrderBy(t => t.Name));

    [Fact]
    public void Names_OfKinds_AreUnique() => Assert.Equal(FactKinds.All.Count, FactKinds.All.Select(k => k.Name).Distinct().Count());

    [Fact]
    public void OldVersions_OfEveryKind_HaveGoldenFilesAndUpcasters()
    {
        foreach (var kind in FactKinds.All)
        {
            for (var version = 1; version < kind.Version; version++)
            {
                Assert.True(System.IO.File.Exists(File(kind.Name, version)), $"{kind.Name} version {version} has no golden file");
                Assert.True(kind.Upcasters.ContainsKey(version), $"{kind.Name} version {version} has no upcaster");
            }
        }
    }

    [Fact]
    public void Payload_Encoded_MatchesItsGoldenFileAndDecodes()
    {
        var bytes = FactCodec.EncodePayloads([FactSamples.Payload]);
        Snapshot.Match(Encoding.UTF8.GetString(bytes.Span));
        Assert.Equal(bytes.ToArray(), FactCodec.EncodePayloads([.. FactCodec.DecodePayloads(bytes)]).ToArray());
    }

    [Fact]
    public void Fact_WhosePayloadWasErased_DecodesAsErased()
    {
        var record = FactCodec.Encode(FactSamples.All[typeof(EntryAdded)]);
        var fact = Assert.IsType<EntryAdded>(FactCodec.Decode(record, FactCodec.DecodePayloads(default)));
        Assert.True(fact.Values.IsErased);
    }

    [Fact]
    public void Fact_OfAnOlderVersion_IsLifted()
    {
        var kind = new FactKind
        {
            Name = "workspace.setting",
            Version = 3,
            Type = typeof(SettingChanged),
            Json = FactJson.Default.GetTypeInfo(typeof(SettingChanged))!,
            Upcasters = new Dictionary<int, Func<JsonElement, JsonElement>>
            {
                [1] = old => Json($$"""{"Name":"{{old.GetProperty("Key").GetString()}}","Value":"old"}"""),
                [2] = old => Json($$"""{"Name":"{{old.GetProperty("Name").GetString()}}","Value":"{{old.GetProperty("Value").GetString()}}er"}"""),
            },
        };
        var record = new FactRecord { Kind = kind.Name, Version = 1, Body = Encoding.UTF8.GetBytes("""{"Key":"cursor"}""") };

        var fact = Assert.IsType<SettingChanged>(FactCodec.Decode(record, kind, []));

        Assert.Equal(("cursor", "older"), (fact.Name, fact.Value));
    }

    [Theory]
    [InlineData("workspace.setting", 99)]
    [InlineData("of.the.future", 1)]
    public void Fact_OfTheFuture_IsRefusedWithAReason(string kind, int version)
    {
        var e = Assert.Throws<StoreVersionException>(() => FactCodec.Decode(new() { Kind = kind, Version = version, Body = default }, []));
        Assert.Contains(kind, e.Message, StringComparison.Ordinal);
    }

    private static object Sample(string kind) => FactSamples.All[FactKinds.All.Single(k => k.Name == kind).Type];

    private static JsonElement Json(string text) => JsonSerializer.SerializeToElement(JsonNode.Parse(text));

    private static string File(string kind, int version, [CallerFilePath] string here = "") =>
        Path.Combine(Path.GetDirectoryName(here)!, $"{kind}.{version}.verified.txt");
}
