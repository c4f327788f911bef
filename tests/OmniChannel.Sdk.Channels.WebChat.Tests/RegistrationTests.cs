using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace OmniChannel.Channels.WebChat.Tests;

public sealed class RegistrationTests
{
    [Fact]
    public void Options_FromConfiguration_AreBoundAndThenConfigured()
    {
        var builder = new Builder(
            ("Channels:web-chat:shop:SigningKeys:0", Chat.Key), ("Channels:web-chat:shop:AllowedOrigins:0", "https://shop.example"),
            ("Channels:web-chat:shop:SessionLifetime", "7.00:00:00"));
        WebChatOptions? seen = null;
        builder.AddWebChatChannel("shop", o => seen = o);
        using var services = builder.Build();
        var registration = services.GetRequiredService<ChannelRegistration>();
        Assert.Empty(registration.Validate(services));
        Assert.Equal(TimeSpan.FromDays(7), seen!.SessionLifetime);
        Assert.Equal(["https://shop.example"], seen.AllowedOrigins);
        var port = registration.Create(services, null);
        Assert.True(port.Streams);
        Assert.False(port.ReceivesWebhooks);
        Assert.Equal(DeliveryMode.Stream, port.Capabilities.Delivery);
        Assert.NotNull(port.Authenticate(Chat.Request("sessions")).Token);
    }

    [Fact]
    public void NoSigningKey_IsNamedWithPathAndCure()
    {
        var builder = new Builder();
        builder.AddWebChatChannel("shop");
        using var services = builder.Build();
        Assert.Equal(
            "web-chat account 'shop' has no valid SigningKeys: at least one secret of 32 characters is needed. "
            + "Set OmniChannel:Channels:web-chat:shop:SigningKeys, or remove the account.",
            Assert.Single(services.GetRequiredService<ChannelRegistration>().Validate(services)));
    }

    [Fact]
    public void BadSettings_AreAllNamedWithoutTheirValues()
    {
        var options = new WebChatOptions { SigningKeys = { Chat.Key, "short-secret" }, AllowedOrigins = { "https://shop.example/chat" }, SessionLifetime = TimeSpan.Zero };
        var failures = new WebChatOptionsValidator().Validate("shop", options).Failures!.ToList();
        Assert.Equal(["SigningKeys", "AllowedOrigins", "SessionLifetime"], failures.Select(f => f.Split(':')[0]));
        Assert.All(failures, f => Assert.DoesNotContain("short-secret", f, StringComparison.Ordinal));
    }

    [Fact]
    public void SameAccount_Twice_IsRefused()
    {
        var builder = new Builder();
        builder.AddWebChatChannel("shop").AddWebChatChannel("outlet");
        Assert.Throws<InvalidOperationException>(() => builder.AddWebChatChannel("shop"));
    }

    private sealed class Builder(params (string Key, string Value)[] settings) : IOmniChannelBuilder
    {
        public IServiceCollection Services { get; } = new ServiceCollection();

        public IConfiguration? Configuration { get; } =
            new ConfigurationBuilder().AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Key, (string?)s.Value))).Build();

        public ServiceProvider Build() => Services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
    }
}
