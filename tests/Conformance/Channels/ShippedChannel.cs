using OmniChannel.Testing.Channels;
using OmniChannel.Testing.Conformance;

namespace OmniChannel.Conformance.Channels;

/// <summary>A channel of this repository and its checks. Add each adapter to <see cref="All"/>; a test looks for those that are missing.</summary>
public sealed class ShippedChannel
{
    private ShippedChannel(string name, Type adapter, IReadOnlyList<ConformanceCheck> checks)
    {
        Name = name;
        Adapter = adapter;
        Checks = checks;
    }

    public static IReadOnlyList<ShippedChannel> All { get; } =
    [
        Of("web-chat", WebChatSubject.Create()),
        Of("sms (Twilio)", TwilioSubject.Sms()),
        Of("voice (Twilio)", TwilioSubject.Voice()),
        Of("email (Postmark)", EmailSubject.Postmark()),
        Of("email (SendGrid)", EmailSubject.SendGrid()),
    ];

    public string Name { get; }

    public Type Adapter { get; }

    public IReadOnlyList<ConformanceCheck> Checks { get; }

    private static ShippedChannel Of<TOptions>(string name, ChannelUnderTest<TOptions> subject)
        where TOptions : class
    {
        var kit = new ChannelConformance<TOptions>(subject);
        return new(name, kit.AdapterType, kit.Checks);
    }
}
