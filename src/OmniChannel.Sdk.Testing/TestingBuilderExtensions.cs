using Microsoft.Extensions.DependencyInjection;
using OmniChannel.Channels;
using OmniChannel.Testing;

namespace OmniChannel;

/// <summary>Fakes for tests.</summary>
public static class TestingBuilderExtensions
{
    /// <summary>Adds a channel in memory, with account <c>test</c>.</summary>
    public static IOmniChannelBuilder AddFakeChannel(
        this IOmniChannelBuilder builder, string channel, out FakeChannel fake, ChannelCapabilities? capabilities = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var made = new FakeChannel(new(new(channel), "test"));
        fake = made;
        builder.Services.AddSingleton(made);
        return builder.AddChannel<FakeChannelAdapter, FakeChannelOptions>(channel, "test", new()
        {
            Configure = o =>
            {
                o.Channel = made;
                o.Capabilities = capabilities ?? o.Capabilities with { DisplayName = channel };
            },
        });
    }
}
