using Microsoft.Extensions.Configuration;
using OmniChannel.Channels;
using OmniChannel.Channels.Twilio;

namespace OmniChannel;

/// <summary>Registers Twilio's channels.</summary>
public static class TwilioBuilderExtensions
{
    /// <summary>
    /// Adds an SMS account. Options bind from <c>Channels:sms:{account}</c> of the section given to <c>AddOmniChannel</c>;
    /// <paramref name="configure"/> runs after that.
    /// </summary>
    /// <exception cref="InvalidOperationException">The same account was added before.</exception>
    public static IOmniChannelBuilder AddTwilioSmsChannel(
        this IOmniChannelBuilder builder, string account, Action<TwilioSmsOptions>? configure = null) =>
        builder.AddChannel<TwilioSmsChannel, TwilioSmsOptions>("sms", account, new()
        {
            Bind = (section, options) => section.Bind(options),
            Configure = configure,
            Validator = new TwilioSmsOptionsValidator(),
        });

    /// <summary>
    /// Adds a voice account. Options bind from <c>Channels:voice:{account}</c> of the section given to <c>AddOmniChannel</c>;
    /// <paramref name="configure"/> runs after that.
    /// </summary>
    /// <exception cref="InvalidOperationException">The same account was added before.</exception>
    public static IOmniChannelBuilder AddTwilioVoiceChannel(
        this IOmniChannelBuilder builder, string account, Action<TwilioVoiceOptions>? configure = null) =>
        builder.AddChannel<TwilioVoiceChannel, TwilioVoiceOptions>("voice", account, new()
        {
            Bind = (section, options) => section.Bind(options),
            Configure = configure,
            Validator = new TwilioVoiceOptionsValidator(),
        });
}
