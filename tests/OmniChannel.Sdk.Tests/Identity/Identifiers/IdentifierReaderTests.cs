using OmniChannel.Channels;

namespace OmniChannel.Identity.Identifiers;

public sealed class IdentifierReaderTests
{
    private static readonly byte[] HashKey = [.. Enumerable.Range(0, 32).Select(i => (byte)i)];
    private static readonly IdentifierType Psid = new("psid");

    // The reference's test vectors for 128 bits (key 00..0f, inputs 00, 00 01, ...), as little-endian words.
    [Theory]
    [InlineData(0, 0xe6a825ba047f81a3, 0x930255c71472f66d)]
    [InlineData(1, 0x44af996bd8c187da, 0x45fc229b11597634)]
    public void SipHash_OfTheReferencesInput_IsItsOutput(int length, ulong high, ulong low)
    {
        var bytes = Enumerable.Range(0, 16).Select(i => (byte)i).ToArray();
        Assert.Equal(new IdentifierKey((long)high, (long)low), SipHash.Of(bytes).Hash(bytes.AsSpan(0, length)));
    }

    [Theory]
    [InlineData("test@test.com")]
    [InlineData("Test@GMAIL.com", false)]
    public void BlockedValue_OfAType_RecognisesNobody(string value, bool isBlocked = true)
    {
        var graph = new IdentityGraph(HashKey);
        Assert.Equal(isBlocked, graph.Read(Identifier.Email(value), out var whyNot) is null);
        Assert.Equal(isBlocked ? "identifier.blocked" : null, whyNot);
    }

    [Fact]
    public void Value_OfAnotherTypeOrKey_HasAnotherHash()
    {
        var graph = new IdentityGraph(HashKey);
        var login = graph.Read(Identifier.Login("12345"))!.Value;
        Assert.NotEqual(login.Key, graph.Read(Identifier.LoyaltyId("12345"))!.Value.Key);
        Assert.NotEqual(login.Key, new IdentityGraph([.. HashKey.Reverse()]).Read(Identifier.Login("12345"))!.Value.Key);
        Assert.Equal(login, new IdentityGraph(HashKey).Read(Identifier.Login(" 12345 "))!.Value);
    }

    [Fact]
    public void Value_ScopedToAnAccount_IsAnotherOnAnother()
    {
        var graph = new IdentityGraph(HashKey, new() { Types = [new() { Type = Psid, Normalizer = IdentifierNormalizers.Text, Scope = IdentifierScope.Account }] });
        var shop = new Identifier { Type = Psid, Value = "7", Account = new(new("messenger"), "shop") };
        Assert.NotEqual(graph.Read(shop), graph.Read(shop with { Account = new(new("messenger"), "other") }));
        Assert.Equal(graph.Read(shop), graph.Read(shop with { Value = "7" }));
        Assert.Null(graph.Read(shop with { Account = null }, out var whyNot));
        Assert.Equal("identifier.no-account", whyNot);
    }

    [Fact]
    public void Normalizer_OfTheHosts_IsUsed()
    {
        var plate = new IdentifierType("licence-plate");
        var normalizer = IdentifierNormalizers.From(v => v.Length < 4 ? null : v.Replace("-", "", StringComparison.Ordinal));
        var graph = new IdentityGraph(HashKey, new() { Types = [new() { Type = plate, Normalizer = normalizer }] });
        Assert.Equal(graph.Read(new() { Type = plate, Value = "AB-123" }), graph.Read(new() { Type = plate, Value = "AB123" }));
        Assert.Null(graph.Read(new() { Type = plate, Value = "AB" }));
        Assert.Null(graph.Read(Identifier.Email("a@b.example"), out var whyNot));
        Assert.Equal("identifier.unknown-type", whyNot);
    }

    [Theory]
    [InlineData("hashed-email", "B94D27B9934D3E08A52E52D7DA7DABFAC484EFE37A5380EE9088F7ACE2EFCDE9", true)]
    [InlineData("hashed-phone", "b94d27", false)]
    public void Digest_OfTheRightLength_IsRead(string type, string value, bool isRead) =>
        Assert.Equal(isRead, new IdentityGraph(HashKey).Read(new() { Type = new(type), Value = value }) is not null);

    [Fact]
    public void Rules_ThatCannotHold_AreRefused()
    {
        Assert.Throws<ArgumentException>(() => new IdentityGraph(HashKey, new() { Types = [IdentifierDefinitions.Email, IdentifierDefinitions.Email] }));
        Assert.Throws<ArgumentException>(() => new IdentityGraph(HashKey, new() { Types = [IdentifierDefinitions.Email with { PerCustomer = 15 }] }));
        Assert.Throws<ArgumentException>(() => new IdentityGraph(HashKey, new() { Types = [IdentifierDefinitions.Email with { PerCustomerObserved = 6 }] }));
    }
}
