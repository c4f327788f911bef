using OmniChannel.Channels;
using OmniChannel.Content;
using OmniChannel.Identity;

namespace OmniChannel.Load;

/// <summary>Makes customers known, each with an open conversation, through the engine.</summary>
internal static class Customers
{
    private static readonly ChannelAccountId Sms = new(new("sms"), "main");

    /// <summary>Brings one message of each customer in, some hundreds at a time.</summary>
    public static async Task WriteAsync(IInbound inbound, int customers, int each, Action<int> progress)
    {
        const int AtOnce = 512;
        var total = customers * each;
        for (var first = 0; first < total; first += AtOnce)
        {
            var messages = Enumerable.Range(first, Math.Min(AtOnce, total - first)).Select(i => Message(i, i % customers));
            await inbound.DeliverAsync(Sms, [.. messages]);
            progress(first);
        }
    }

    private static ChannelEvent Message(int serial, int customer)
    {
        var number = Webhook.Number(customer);
        return new MessageReceived
        {
            DedupeKey = "SMseed" + serial.ToString(System.Globalization.CultureInfo.InvariantCulture),
            Sender = number,
            OccurredAt = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero).AddSeconds(serial),
            Evidence = [new() { Identifier = Identifier.Phone(number), Assurance = Assurance.Observed, Source = "sms-sender" }],
            Content = [new TextContent("Hello, do you have the red ones in 27 cm?")],
            ProviderMessageId = "SMseed" + serial.ToString(System.Globalization.CultureInfo.InvariantCulture),
        };
    }
}
