using OmniChannel.Channels.Email.Mime;

namespace OmniChannel.Channels.Email.Tests.Mime;

public class AddressListParserTests
{
    [Theory]
    [InlineData("a@b.example", null, "a@b.example")]
    [InlineData("Ann B <a@b.example>", "Ann B", "a@b.example")]
    [InlineData("\"B, Ann \\\"x\\\"\" <a@b.example>", "B, Ann \"x\"", "a@b.example")]
    [InlineData("a@b.example (Ann (nested) B)", "Ann (nested) B", "a@b.example")]
    [InlineData("Ann(comment) <a@b.example>", "Ann", "a@b.example")]
    [InlineData("=?utf-8?B?5bGx55Sw?= <a@b.example>", "山田", "a@b.example")]
    [InlineData("=?utf-8?Q?Smith,_John?= <a@b.example>", "Smith, John", "a@b.example")]
    [InlineData("\"=?utf-8?B?5bGx55Sw?=\" <a@b.example>", "山田", "a@b.example")]
    [InlineData("<@relay.example,@x.example:a@b.example>", null, "a@b.example")]
    [InlineData("\"a b\"@b.example", null, "\"a b\"@b.example")]
    [InlineData("Ann <\"a>b\"@b.example>", "Ann", "\"a>b\"@b.example")]
    [InlineData("Ann < a@ b.example >", "Ann", "a@b.example")]
    [InlineData("用户 <用户@例え.example>", "用户", "用户@例え.example")]
    [InlineData("Ann <a@b.example", "Ann", "a@b.example")]
    public void Mailbox_InItsForms_IsRead(string header, string? name, string address)
    {
        var mailbox = Assert.Single(AddressListParser.Parse(header));

        Assert.Equal(name, mailbox.Name);
        Assert.Equal(address, mailbox.Address);
    }

    [Fact]
    public void List_WithGroupsAndEmptyEntries_IsFlattened()
    {
        var list = AddressListParser.Parse("x@a.example,, Team: y@a.example, Z <z@a.example>; , Nobody:;, w@a.example");

        Assert.Equal(["x@a.example", "y@a.example", "z@a.example", "w@a.example"], list.Select(m => m.Address));
    }

    [Theory]
    [InlineData("")]
    [InlineData("<>")]
    [InlineData("undisclosed-recipients:;")]
    [InlineData("just a name")]
    [InlineData("@b.example")]
    public void List_WithoutAddress_IsEmpty(string header) => Assert.Empty(AddressListParser.Parse(header));

    [Fact]
    public void Address_WithLineBreak_LosesIt() =>
        Assert.Equal("a@b.example", Assert.Single(AddressListParser.Parse("<a@b\r\n.example>")).Address);

    [Fact]
    public void List_OverTheLimit_StopsThere() =>
        Assert.Equal(7, AddressListParser.Parse(string.Join(',', Enumerable.Repeat("a@b.example", 5000)), 7).Count);

    [Fact]
    public void Mailbox_InALog_ShowsNoAddress() =>
        Assert.DoesNotContain("secret", new Mailbox { Name = "secret", Address = "secret@b.example" }.ToString());

    [Fact]
    public void AddrSpec_LoneSurrogate_IsInvalid() => Assert.False(AddrSpec.IsValid("a\ud800@b"));

    [Theory]
    [InlineData("a@b.example", true)]
    [InlineData("\"a b\"@b.example", true)]
    [InlineData("用户@例え.example", true)]
    [InlineData("a@[127.0.0.1]", true)]
    [InlineData("a@b\r\nRCPT TO:<x@y>", false)]
    [InlineData("a@b> SIZE=1", false)]
    [InlineData("a b@b.example", false)]
    [InlineData("a@b..example", false)]
    [InlineData("a..b@b.example", false)]
    [InlineData("a@b,c@d.example", false)]
    [InlineData("a@\u2028b", false)]
    [InlineData("@b", false)]
    [InlineData(null, false)]
    public void AddrSpec_ForCommandsAndHeaders_IsStrict(string? address, bool valid) => Assert.Equal(valid, AddrSpec.IsValid(address));
}
