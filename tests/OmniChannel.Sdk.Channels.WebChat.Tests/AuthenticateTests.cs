using System.Security.Claims;
using OmniChannel.Identity;

namespace OmniChannel.Channels.WebChat.Tests;

public sealed class AuthenticateTests
{
    private readonly Chat _chat = new();

    [Fact]
    public void Session_WithoutToken_GivesAFreshVisitorOf128Bits()
    {
        var first = _chat.Session();
        var second = _chat.Session();
        Assert.Matches("^v[0-9a-f]{32}$", first.Visitor!.SenderId);
        Assert.NotEqual(first.Visitor.SenderId, second.Visitor!.SenderId);
        Assert.Empty(first.Visitor.Evidence);
        Assert.Equal("ja-JP", first.Visitor.Locale?.Tag);
    }

    [Fact]
    public void Session_OfAVisitorWhoIsKnown_IsNotNew()
    {
        var first = _chat.Session();
        Assert.True(first.IsNew);
        Assert.False(_chat.Session(first.Token!).IsNew);
        Assert.False(_chat.Visit(first.Token!).IsNew);
        Assert.True(_chat.Session("no token of ours").IsNew);
    }

    [Fact]
    public void Session_WithAGoodToken_RenewsTheSameVisitor()
    {
        var first = _chat.Session();
        var renewed = _chat.Session(first.Token!, later: TimeSpan.FromDays(29));
        Assert.Equal(first.Visitor!.SenderId, renewed.Visitor!.SenderId);
        Assert.Null(_chat.Visit(renewed.Token!, later: TimeSpan.FromDays(58)).Reason);
        Assert.NotNull(_chat.Visit(first.Token!, later: TimeSpan.FromDays(58)).Reason);
    }

    [Fact]
    public void Session_WithAnExpiredToken_GivesAFreshVisitor()
    {
        var first = _chat.Session();
        Assert.NotEqual(first.Visitor!.SenderId, _chat.Session(first.Token!, later: TimeSpan.FromDays(30)).Visitor!.SenderId);
    }

    [Fact]
    public void Visit_WithTheTokenInTheQuery_IsAccepted()
    {
        var session = _chat.Session();
        var visit = _chat.Channel.Authenticate(Chat.Request("stream", query: session.Token), _chat.Account());
        Assert.Equal(session.Visitor!.SenderId, visit.Visitor?.SenderId);
    }

    [Theory]
    [InlineData(30, "expired")]
    [InlineData(29.9, null)]
    public void Visit_AfterSomeDays_IsRefusedOnceExpired(double days, string? word)
    {
        var reason = _chat.Visit(_chat.Session().Token!, later: TimeSpan.FromDays(days)).Reason;
        if (word is null)
        {
            Assert.Null(reason);
        }
        else
        {
            Assert.Contains(word, reason, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Visit_AtAnotherAccount_IsRefused()
    {
        var token = _chat.Session().Token!;
        Assert.Contains("this account", _chat.Visit(token, account: "other").Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Visit_AfterRotation_IsGoodUntilTheOldKeyGoes()
    {
        var old = _chat.Session().Token!;
        _chat.Options.SigningKeys.Insert(0, Chat.OtherKey);
        Assert.Null(_chat.Visit(old).Reason);
        var renewed = _chat.Session(old);
        _chat.Options.SigningKeys.RemoveAt(1);
        Assert.NotNull(_chat.Visit(old).Reason);
        Assert.Equal(renewed.Visitor!.SenderId, _chat.Visit(renewed.Token!).Visitor?.SenderId);
    }

    [Fact]
    public void SignedIn_Visitor_IsVerifiedBySession()
    {
        var session = _chat.Session(login: "m-1");
        var evidence = Assert.Single(_chat.Visit(session.Token!, "m-1").Visitor!.Evidence);
        Assert.Equal(new IdentifierEvidence { Identifier = Identifier.Login("m-1"), Assurance = Assurance.Verified, Source = "session" }, evidence);
    }

    [Fact]
    public void UnauthenticatedPrincipal_GivesNoEvidence()
    {
        var request = Chat.Request("sessions");
        var forged = new ClaimsPrincipal(new ClaimsIdentity([new Claim("sub", "m-1")]));
        var verdict = _chat.Channel.Authenticate(
            new() { Method = request.Method, Url = request.Url, Path = request.Path, ReceivedAt = request.ReceivedAt, User = forged }, _chat.Account());
        Assert.Empty(verdict.Visitor!.Evidence);
    }

    [Fact]
    public void SignIn_DuringAChat_KeepsTheVisitorAfterOneRenewal()
    {
        var anonymous = _chat.Session();
        Assert.Contains("another sign-in", _chat.Visit(anonymous.Token!, "m-1").Reason, StringComparison.Ordinal);
        var renewed = _chat.Session(anonymous.Token!, "m-1");
        Assert.Equal(anonymous.Visitor!.SenderId, renewed.Visitor!.SenderId);
        Assert.Single(_chat.Visit(renewed.Token!, "m-1").Visitor!.Evidence);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("m-2")]
    public void SignOut_AtASharedBrowser_LeavesNothingToTheNextPerson(string? next)
    {
        var member = _chat.Session(login: "m-1");
        Assert.NotNull(_chat.Visit(member.Token!, next).Reason);
        Assert.NotEqual(member.Visitor!.SenderId, _chat.Session(member.Token!, next).Visitor!.SenderId);
    }

    [Theory]
    [InlineData("https://shop.example", true)]
    [InlineData("https://SHOP.example", true)]
    [InlineData(null, true)]
    [InlineData("https://shop.example.evil.example", false)]
    [InlineData("null", false)]
    public void Origin_WhenAllowedOnesAreSet_IsChecked(string? origin, bool allowed)
    {
        _chat.Options.AllowedOrigins.Add("https://shop.example");
        Assert.Equal(allowed, _chat.Channel.Authenticate(Chat.Request("sessions", origin: origin), _chat.Account()).Visitor is not null);
    }
}
