using CustomChannel;
using OmniChannel.Channels;

namespace OmniChannel;

/// <summary>What users of the channel call.</summary>
public static class KioskBuilderExtensions
{
    public static IOmniChannelBuilder AddKioskChannel(this IOmniChannelBuilder builder, string account, Action<KioskOptions>? configure = null) =>
        builder.AddChannel<KioskChannel, KioskOptions>("kiosk", account, new()
        {
            Bind = (section, options) => section.Bind(options),
            Configure = configure,
            Validator = new KioskOptionsValidator(),
        });
}
