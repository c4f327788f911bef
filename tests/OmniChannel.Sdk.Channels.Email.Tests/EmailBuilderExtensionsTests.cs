using Microsoft.Extensions.DependencyInjection;
using OmniChannel.Channels.Email.Smtp;
using OmniChannel.Channels.Email.Tests.Fakes;

namespace OmniChannel.Channels.Email.Tests;

public class EmailBuilderExtensionsTests
{
    private const string Path = "Channels:email:support:";

    [Fact]
    public void Add_Configuration_BindsEverySetting()
    {
        EmailOptions? bound = null;
        var builder = new FakeBuilder(
            (Path + "From", Sample.Shop), (Path + "FromName", "Shop"), (Path + "DefaultSubject", "Hello"), (Path + "ReplyToUnverified", "true"),
            (Path + "AuthenticationServers:0", "mx.shop.example"), (Path + "Inbound", "postmark"), (Path + "WebhookCredentials:0", "a:b"),
            (Path + "WebhookCredentials:1", "c:d"), (Path + "SignatureTolerance", "00:01:00"), (Path + "Outbound", "Smtp"), (Path + "SmtpHost", "localhost"),
            (Path + "SmtpPort", "2525"), (Path + "SmtpSecurity", "None"), (Path + "SmtpUserName", "u"), (Path + "SmtpPassword", "p"),
            (Path + "SmtpClientName", "shop.example"), (Path + "SendGridApiKey", "SG.x"), (Path + "SendGridBaseUrl", "http://localhost:9/sg"), (Path + "SendsPerSecond", "2.5"));
        builder.AddEmailChannel("support", o => bound = o);

        Assert.Empty(Failures(builder));
        Assert.Equal((Sample.Shop, "Shop", "Hello", true), (bound!.From, bound.FromName, bound.DefaultSubject, bound.ReplyToUnverified));
        Assert.Equal(["a:b", "c:d"], bound.WebhookCredentials);
        Assert.Equal((EmailGateway.Postmark, EmailOutbound.Smtp, TimeSpan.FromMinutes(1)), (bound.Inbound, bound.Outbound, bound.SignatureTolerance));
        Assert.Equal(("localhost", 2525, SmtpSecurity.None, "u", "p"), (bound.SmtpHost, bound.SmtpPort, bound.SmtpSecurity, bound.SmtpUserName, bound.SmtpPassword));
        Assert.Equal(("shop.example", "SG.x", 2.5), (bound.SmtpClientName, bound.SendGridApiKey, bound.SendsPerSecond));
        Assert.Equal((new Uri("http://localhost:9/sg"), "mx.shop.example"), (bound.SendGridBaseUrl, bound.AuthenticationServers[0]));
    }

    [Fact]
    public void Add_NothingSet_NamesWhatIsNeededWithItsPath()
    {
        var builder = new FakeBuilder();
        builder.AddEmailChannel("support");

        Assert.Equal(
            [
                "email account 'support' has no valid From: it is one address in ASCII such as help@shop.example. "
                    + "Set OmniChannel:Channels:email:support:From, or remove the account.",
                "email account 'support' has no valid SmtpHost: it is a host name or an address. "
                    + "Set OmniChannel:Channels:email:support:SmtpHost, or remove the account.",
            ],
            Failures(builder));
    }

    [Theory]
    [InlineData("From", "nobody")]
    [InlineData("From", "a@shop.example\r\nX: y")]
    [InlineData("From", "助け@shop.example")]
    [InlineData("FromName", "a\r\nBcc: eve@x.example")]
    [InlineData("DefaultSubject", "a\nb")]
    [InlineData("SmtpHost", "mail.example\r\nQUIT")]
    [InlineData("SmtpHost", "a b")]
    [InlineData("SmtpClientName", "me\r\nMAIL FROM:<x>")]
    [InlineData("SmtpPort", "70000")]
    [InlineData("SmtpPassword", "alone", "SmtpUserName")]
    [InlineData("SmtpUserName", "alone", "SmtpPassword")]
    [InlineData("SmtpSecurity", "None")]
    [InlineData("SmtpSecurity", "StartTlsWhenOffered")]
    [InlineData("Inbound", "Postmark", "WebhookCredentials")]
    [InlineData("Inbound", "SendGrid", "WebhookKeys")]
    [InlineData("WebhookCredentials:0", "nocolon")]
    [InlineData("WebhookCredentials:0", "me:")]
    [InlineData("WebhookKeys:0", "AAAA")]
    [InlineData("SignatureTolerance", "00:00:00")]
    [InlineData("AuthenticationServers:0", "a;b")]
    [InlineData("Outbound", "SendGrid", "SendGridApiKey")]
    [InlineData("SendsPerSecond", "-7.25")]
    public void Add_WrongSetting_IsNamedWithoutItsValue(string setting, string value, string? named = null)
    {
        var settings = new Dictionary<string, string> { ["From"] = Sample.Shop, ["SmtpHost"] = "mail.shop.example", [setting] = value };
        var builder = new FakeBuilder([.. settings.Select(s => (Path + s.Key, s.Value))]);
        builder.AddEmailChannel("support");
        var failure = Assert.Single(Failures(builder));

        Assert.Contains($"has no valid {named ?? setting.Split(':')[0]}:", failure, StringComparison.Ordinal);
        Assert.True(value is "None" or "Postmark" or "SendGrid" or "StartTlsWhenOffered" || !failure.Contains(value, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("http://api.example")]
    [InlineData("/relative")]
    public void Add_SendGridAddressNotSafe_IsNamed(string url)
    {
        var builder = new FakeBuilder((Path + "From", Sample.Shop), (Path + "Outbound", "SendGrid"), (Path + "SendGridApiKey", "SG.x"), (Path + "SendGridBaseUrl", url));
        builder.AddEmailChannel("support");

        Assert.Contains("has no valid SendGridBaseUrl:", Assert.Single(Failures(builder)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Add_Account_MakesAPortThatDescribesItself()
    {
        var builder = new FakeBuilder();
        builder.AddEmailChannel("support", o => (o.From, o.SmtpHost, o.Inbound, o.WebhookCredentials) = (Sample.Shop, "mail.example", EmailGateway.Postmark, ["a:b"]));
        await using var services = builder.Services.BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true, ValidateOnBuild = true });
        var port = Registrations(builder).Single().Create(services, Sample.Url);
        var described = Sample.Channel.Describe(Sample.Account(EmailGateway.Postmark));

        Assert.True(port is { ReceivesWebhooks: true, Responds: false, ControlsCalls: false, Streams: false, Pulls: false });
        Assert.Equal((ChannelMedium.Mail, "E-mail", true), (described.Medium, described.DisplayName, described.Threads));
        Assert.Equal([IdentifierType.Email], described.ReachableBy);
    }

    [Fact]
    public void Add_SameAccountTwice_Throws()
    {
        var builder = new FakeBuilder().AddEmailChannel("support");

        Assert.Throws<InvalidOperationException>(() => builder.AddEmailChannel("support"));
    }

    [Fact]
    public void Texts_OfEverythingPublic_HoldNoSecretAndNoAddress()
    {
        var account = Sample.Account(EmailGateway.Postmark, o => o.SmtpPassword = "pass-phrase");
        var request = Sample.Post(Sample.Postmark(Sample.Raw("secret words")).ToJsonString());
        var texts = Sample.Channel.Parse(request, account).Select(e => e.ToString())
            .Append(account.ToString()).Append(account.Options.ToString()).Append(request.ToString()).ToList();

        foreach (var secret in new[] { "pass-phrase", Sample.Credentials, Sample.Customer, "secret words" })
        {
            Assert.All(texts, t => Assert.DoesNotContain(secret, t, StringComparison.OrdinalIgnoreCase));
        }
    }

    private static IReadOnlyList<string> Failures(FakeBuilder builder) =>
        Registrations(builder).Single().Validate(builder.Services.BuildServiceProvider());

    private static IEnumerable<ChannelRegistration> Registrations(FakeBuilder builder) =>
        builder.Services.Select(s => s.ImplementationInstance).OfType<ChannelRegistration>();
}
