using Microsoft.Extensions.DependencyInjection;
using OmniChannel.Fakes;

namespace OmniChannel;

public class TwilioBuilderExtensionsTests
{
    private const string Sms = "Channels:sms:main:";
    private const string Voice = "Channels:voice:main:";

    [Fact]
    public void AddSms_Configuration_BindsEverySetting()
    {
        TwilioSmsOptions? bound = null;
        var builder = new FakeBuilder(
            (Sms + "AccountSid", Sample.AccountSid), (Sms + "AuthTokens:0", "a"), (Sms + "AuthTokens:1", "b"), (Sms + "From", Sample.Shop),
            (Sms + "MessagingServiceSid", "MG1"), (Sms + "BaseUrl", "http://localhost:5000/twilio"), (Sms + "SendsPerSecond", "2.5"),
            (Sms + "SendsMedia", "true"), (Sms + "OptOutKeywords:0", "停止"));
        builder.AddTwilioSmsChannel("main", o => bound = o);

        Assert.Empty(Failures(builder));
        Assert.Equal(["a", "b"], bound!.AuthTokens);
        Assert.Equal((Sample.AccountSid, Sample.Shop, "MG1"), (bound.AccountSid, bound.From, bound.MessagingServiceSid));
        Assert.Equal(new Uri("http://localhost:5000/twilio"), bound.BaseUrl);
        Assert.Equal((2.5, true, "停止"), (bound.SendsPerSecond, bound.SendsMedia, bound.OptOutKeywords[0]));
    }

    [Fact]
    public void AddVoice_Configuration_BindsEverySetting()
    {
        TwilioVoiceOptions? bound = null;
        var builder = new FakeBuilder(
            (Voice + "AccountSid", Sample.AccountSid), (Voice + "AuthTokens:0", "a"), (Voice + "Language", "ja-JP"), (Voice + "Voices:ja", "Polly.Mizuki"),
            (Voice + "CallerId", Sample.Shop), (Voice + "DialTimeout", "00:00:30"), (Voice + "WaitPause", "00:00:05"));
        builder.AddTwilioVoiceChannel("main", o => bound = o);

        Assert.Empty(Failures(builder));
        Assert.Equal(("ja-JP", "Polly.Mizuki", Sample.Shop), (bound!.Language, bound.Voices["JA"], bound.CallerId));
        Assert.Equal((TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(5)), (bound.DialTimeout, bound.WaitPause));
    }

    [Fact]
    public void AddSms_NothingSet_NamesEverySettingWithItsPath()
    {
        var builder = new FakeBuilder();
        builder.AddTwilioSmsChannel("main");
        var failures = Failures(builder);

        Assert.Contains(
            "sms account 'main' has no valid AuthTokens: at least one is needed. Set OmniChannel:Channels:sms:main:AuthTokens, or remove the account.",
            failures);
        Assert.Equal(3, failures.Count);
    }

    [Theory]
    [InlineData("AccountSid", "SK123")]
    [InlineData("AccountSid", "AC1/../x")]
    [InlineData("AuthTokens:0", " ")]
    [InlineData("From", "81399998888")]
    [InlineData("From", "0312345678")]
    [InlineData("From", "Ōmni")]
    [InlineData("From", "twelve chars")]
    [InlineData("MessagingServiceSid", "AC1")]
    [InlineData("BaseUrl", "http://api.example")]
    [InlineData("BaseUrl", "/relative")]
    [InlineData("SendsPerSecond", "-1")]
    [InlineData("SendsPerSecond", "NaN")]
    public void AddSms_WrongSetting_IsNamedWithoutItsValue(string setting, string value)
    {
        var settings = new Dictionary<string, string> { ["AccountSid"] = Sample.AccountSid, ["AuthTokens:0"] = "a", ["From"] = Sample.Shop, [setting] = value };
        var builder = new FakeBuilder([.. settings.Select(s => (Sms + s.Key, s.Value))]);
        builder.AddTwilioSmsChannel("main");
        var failure = Assert.Single(Failures(builder));

        Assert.Contains($"has no valid {setting.Split(':')[0]}:", failure, StringComparison.Ordinal);
        Assert.True(value.Trim().Length == 0 || !failure.Contains(value, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("+81312345678")]
    [InlineData("12345")]
    [InlineData("Omni Shop")]
    public void AddSms_EveryKindOfSender_IsTaken(string from)
    {
        var builder = new FakeBuilder();
        builder.AddTwilioSmsChannel("main", o => (o.AccountSid, o.AuthTokens, o.From) = (Sample.AccountSid, ["a"], from));

        Assert.Empty(Failures(builder));
    }

    [Theory]
    [InlineData("Language", "ja JP")]
    [InlineData("CallerId", "0312345678")]
    [InlineData("DialTimeout", "00:00:01")]
    [InlineData("WaitPause", "00:10:00")]
    public void AddVoice_WrongSetting_IsNamed(string setting, string value)
    {
        var builder = new FakeBuilder((Voice + "AccountSid", Sample.AccountSid), (Voice + "AuthTokens:0", "a"), (Voice + setting, value));
        builder.AddTwilioVoiceChannel("main");

        Assert.Contains($"voice account 'main' has no valid {setting}:", Assert.Single(Failures(builder)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AddBoth_Accounts_MakePortsWithTheirPowers()
    {
        var builder = new FakeBuilder();
        builder.AddTwilioSmsChannel("main", o => (o.AccountSid, o.AuthTokens, o.From) = (Sample.AccountSid, ["a"], Sample.Shop))
            .AddTwilioVoiceChannel("main", o => (o.AccountSid, o.AuthTokens) = (Sample.AccountSid, ["a"]));
        await using var services = builder.Services.BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true, ValidateOnBuild = true });
        var ports = Registrations(builder).Select(r => r.Create(services, Sample.SmsUrl)).ToDictionary(p => p.Id.ToString());

        Assert.True(ports["sms/main"] is { ReceivesWebhooks: true, Responds: false, ControlsCalls: false, Streams: false, Pulls: false });
        Assert.True(ports["voice/main"] is { ReceivesWebhooks: true, Responds: true, ControlsCalls: true, Streams: false, Pulls: false });
    }

    [Fact]
    public void AddSms_SameAccountTwice_Throws()
    {
        var builder = new FakeBuilder().AddTwilioSmsChannel("main");

        Assert.Throws<InvalidOperationException>(() => builder.AddTwilioSmsChannel("main"));
    }

    [Fact]
    public void Texts_OfEverythingPublic_HoldNoSecretAndNoAddress()
    {
        var account = Sample.Sms(o => o.MessagingServiceSid = "MG1");
        var request = Sample.Post(Sample.SmsUrl, ("MessageSid", Sample.MessageSid), ("From", Sample.Customer), ("Body", "secret words"));
        var texts = new TwilioSmsChannel(new HttpClient()).Parse(request, account).Select(e => e.ToString())
            .Append(account.ToString()).Append(account.Options.ToString()).Append(Sample.Voice().Options.ToString()).Append(request.ToString());

        Assert.All(texts, t => Assert.DoesNotContain(Sample.Customer, t, StringComparison.Ordinal));
        Assert.All(texts, t => Assert.DoesNotContain(Sample.Token, t, StringComparison.Ordinal));
        Assert.All(texts, t => Assert.DoesNotContain("secret words", t, StringComparison.Ordinal));
    }

    private static IReadOnlyList<string> Failures(FakeBuilder builder) =>
        Registrations(builder).Single().Validate(builder.Services.BuildServiceProvider());

    private static IEnumerable<ChannelRegistration> Registrations(FakeBuilder builder) =>
        builder.Services.Select(s => s.ImplementationInstance).OfType<ChannelRegistration>();
}
