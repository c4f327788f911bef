using Microsoft.Extensions.Configuration;
using OmniChannel.Channels;
using OmniChannel.Channels.Email;

namespace OmniChannel;

/// <summary>Registers e-mail.</summary>
public static class EmailBuilderExtensions
{
    /// <summary>
    /// Adds an inbox. Options bind from <c>Channels:email:{account}</c> of the section given to <c>AddOmniChannel</c>;
    /// <paramref name="configure"/> runs after that.
    /// </summary>
    /// <exception cref="InvalidOperationException">The same account was added before.</exception>
    public static IOmniChannelBuilder AddEmailChannel(
        this IOmniChannelBuilder builder, string account, Action<EmailOptions>? configure = null) =>
        builder.AddChannel<EmailChannel, EmailOptions>("email", account, new()
        {
            Bind = (section, options) => section.Bind(options),
            Configure = configure,
            Validator = new EmailOptionsValidator(),
        });
}
