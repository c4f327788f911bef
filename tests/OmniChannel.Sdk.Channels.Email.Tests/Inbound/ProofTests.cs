using OmniChannel.Channels.Email.Gateways;
using OmniChannel.Channels.Email.Inbound;
using OmniChannel.Channels.Email.Mime;
using OmniChannel.Channels.Email.Tests.Fakes;

namespace OmniChannel.Channels.Email.Tests.Inbound;

public class ProofTests
{
    [Theory]
    [InlineData("x.example", "x.example", true)]
    [InlineData("X.example", "x.EXAMPLE", true)]
    [InlineData("x.example", "mail.x.example", true)]
    [InlineData("mail.x.example", "x.example", false)]
    [InlineData("x.example", "evilx.example", false)]
    [InlineData("example", "x.example", false)]
    [InlineData("", "x.example", false)]
    public void Covers_Domain_ItsOwnAndBelow(string proved, string domain, bool covers) =>
        Assert.Equal(covers, new ProvedDomain(proved, "dkim").Covers(domain));

    [Theory]
    [InlineData(Sample.Spf, "x.example")]
    [InlineData("pass (mx: ok) client-ip=192.0.2.1; envelope-from=\"a@x.example\"; helo=h;", "x.example")]
    [InlineData("Pass (ok) envelope-from=<a@x.example>", "x.example")]
    [InlineData("Fail (no) identity=mailfrom; envelope-from=a@x.example;", null)]
    [InlineData("SoftFail (pass ) envelope-from=a@x.example;", null)]
    [InlineData("Pass (ok) helo=h; envelope-from=v@bank.example; envelope-from=a@evil.example;", null)]
    [InlineData("Pass (ok) envelope-from=\"v@bank.example;\"@evil.example; helo=h", null)]
    [InlineData("Pass (ok) envelope-from=\"v@bank.example\"@evil.example; helo=h", null)]
    [InlineData("Pass (ok) envelope-from=v@bank.example@evil.example;", null)]
    [InlineData("Pass (ok) helo=h;", null)]
    [InlineData("", null)]
    public void ReceivedSpf_Field_ProvesTheEnvelopeDomainOrNothing(string field, string? domain) =>
        Assert.Equal(domain, ReceivedSpf.Read(field)?.Domain);

    [Theory]
    [InlineData("{@x.example : pass}", "x.example")]
    [InlineData("{@x.example : fail, @relay.example : pass}", "relay.example")]
    [InlineData("{@a.example : pass}{@b.example : pass}", "a.example b.example")]
    [InlineData("{@x.example : fail}", "")]
    [InlineData("{@x.example : passable}", "")]
    [InlineData("none", "")]
    [InlineData("", "")]
    [InlineData("{@evil.example : fail (\"} {@x.example : pass\")}", "")]
    public void SendGridDkim_Field_ProvesTheDomainsThatPassed(string field, string domains) =>
        Assert.Equal(domains, string.Join(' ', SendGridDkim.Read(field).Select(p => p.Domain)));

    [Theory]
    [InlineData("mx.shop.example; dmarc=pass (p=none) header.from=x.example; spf=fail smtp.mailfrom=y.example", "x.example")]
    [InlineData("mx.shop.example; dkim=pass header.i=@x.example header.d=x.example header.s=k", "x.example")]
    [InlineData("mx.shop.example; dkim=fail header.d=x.example; dmarc=fail header.from=x.example", "")]
    [InlineData("mx.evil.example; dmarc=pass header.from=x.example", "")]
    [InlineData("mx.shop.example; spf=pass smtp.mailfrom=\"a; dmarc=pass header.from=x.example\"@evil.example", "")]
    [InlineData("mx.shop.example; spf=pass (a; dmarc=pass header.from=x.example ;) smtp.mailfrom=evil.example", "")]
    public void AuthenticationResults_OfATrustedServer_ProveWhatPassed(string field, string domains)
    {
        var headers = new MimeHeaders([new("Authentication-Results", field)]);

        Assert.Equal(domains, string.Join(' ', AuthenticationResults.Read(headers, ["mx.shop.example"]).Select(p => p.Domain)));
    }

    [Fact]
    public void AuthenticationResults_TwoOfTheServer_TheNewestCounts()
    {
        var headers = new MimeHeaders(
        [
            new("Authentication-Results", "mx.shop.example; dmarc=fail header.from=x.example"),
            new("Authentication-Results", "mx.shop.example; dmarc=pass header.from=x.example"),
        ]);

        Assert.Empty(AuthenticationResults.Read(headers, ["mx.shop.example"]));
    }

    [Theory]
    [InlineData("From: Ann <ann.secret@x.example>, Eve <eve@x.example>")]
    [InlineData("From: Ann <ann.secret@x.example>\r\nFrom: Eve <eve@x.example>")]
    [InlineData("From: \"ann.secret@x.example\" <eve@evil.example>")]
    public void Proof_AuthorIsNotTheOneProved_IsNone(string header) =>
        Assert.Equal(Assurance.Claimed, Assert.Single(MailParsing.Proved(Sample.Raw("Hello", header)).Evidence).Assurance);
}
