using Microsoft.Extensions.DependencyInjection;
using OmniChannel.Channels;
using OmniChannel.Testing;

namespace OmniChannel;

/// <summary>Fakes for tests.</summary>
public static class TestingBuilderExtensions
{
    /// <summary>Adds a channel in memory, with account <c>test</c>, to a workspace: the default one unless named.</summary>
    public static IOmniChannelBuilder AddFakeChannel(
        this IOmniChannelBuilder builder, string channel, out FakeChannel fake, ChannelCapabilities? capabilities = null, string? workspace = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var made = new FakeChannel(new(new(channel), "test"));
        fake = made;
        builder.Services.AddSingleton(made);
        return builder.AddChannel<FakeChannelAdapter, FakeChannelOptions>(channel, "test", new()
        {
            Workspace = new(workspace ?? "default"),
            Configure = o =>
            {
                o.Channel = made;
                o.Capabilities = capabilities ?? o.Capabilities with { DisplayName = channel };
            },
        });
    }
}
