using Microsoft.Extensions.Configuration;
using OmniChannel.Channels;
using OmniChannel.Channels.WebChat;

namespace OmniChannel;

/// <summary>Registers web chat.</summary>
public static class WebChatBuilderExtensions
{
    /// <summary>
    /// Adds a web chat account. Options bind from <c>Channels:web-chat:{account}</c>, then <paramref name="configure"/> runs; they are
    /// validated at start-up.
    /// </summary>
    /// <exception cref="InvalidOperationException">The account was added before.</exception>
    public static IOmniChannelBuilder AddWebChatChannel(this IOmniChannelBuilder builder, string account, Action<WebChatOptions>? configure = null) =>
        builder.AddChannel<WebChatChannel, WebChatOptions>(WebChatChannel.Channel, account, new()
        {
            Bind = (section, options) => section.Bind(options),
            Configure = configure,
            Validator = new WebChatOptionsValidator(),
        });
}
