using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Logging;
using OmniChannel.Channels;
using OmniChannel.Content;
using OmniChannel.Testing.Channels;

namespace OmniChannel.Testing.Tests.Channels;

internal static class KioskSubject
{
    private const string Secret = "kiosk-secret";

    public static ChannelUnderTest<KioskOptions> Create(KioskFlaw flaw)
    {
        var account = new ChannelAccountId(new("kiosk"), "ginza");
        return new()
        {
            Account = account,
            Options = new() { SigningKeys = ["older-secret", Secret] },
            Secrets = ["older-secret", Secret],
            CreateAdapter = (provider, logs) => new KioskChannel(provider, logs.CreateLogger("kiosk"), flaw),
            ReplyWindow = TimeSpan.FromHours(24),
            Webhooks =
            [
                Webhook(
                    "Batch",
                    """{"events":[{"id":"e-1","from":"u-1","type":"text","text":"hi"},{"id":"e-2","from":"u-2","type":"photo","url":"https://kiosk.example/p"}]}""",
                    new ExpectedEvent { Kind = typeof(MessageReceived), Sender = "u-1", Text = "hi" },
                    new ExpectedEvent { Kind = typeof(MessageReceived), Sender = "u-2", Content = typeof(MediaContent) }),
                Webhook("Unknown", """{"events":[{"id":"e-3","from":"u-1","type":"wave"}]}""", new ExpectedEvent { Kind = typeof(UnknownEvent) }),
                Webhook("Delivered", """{"events":[{"id":"m-1","from":"u-1","type":"delivered"}]}""", Receipt(ReceiptKind.Delivered)),
                Webhook("Failed", """{"events":[{"id":"m-1","from":"u-1","type":"failed"}]}""", Receipt(ReceiptKind.Failed)),
            ],
            Message = new()
            {
                Id = new(1),
                To = new() { Account = account, SenderId = "user-of-kiosk-1" },
                Contents = [new TextContent("Your pair is here")],
                IdempotencyKey = "idem-1",
            },
            Responses =
            [
                new() { Name = "Ok", Status = HttpStatusCode.OK, Kind = null, ProviderMessageIds = ["k-1"] },
                new()
                {
                    Name = "Busy", Status = HttpStatusCode.TooManyRequests, Kind = SendErrorKind.Throttled, Headers = [new("Retry-After", "7")],
                    RetryAfter = TimeSpan.FromSeconds(7),
                },
            ],
        };
    }

    private static ExpectedEvent Receipt(ReceiptKind kind) => new() { Kind = typeof(DeliveryReceiptReceived), ProviderMessageId = "m-1", Receipt = kind };

    private static SampleWebhook Webhook(string name, string body, params ExpectedEvent[] events) => new()
    {
        Name = name,
        Body = Encoding.UTF8.GetBytes(body),
        ContentType = "application/json",
        Events = events,
        MaxAge = TimeSpan.FromMinutes(5),
        Sign = request =>
        {
            var time = request.ReceivedAt.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
            byte[] signed = [.. Encoding.UTF8.GetBytes(time + "."), .. request.Body.Span];
            return [new("X-Kiosk-Time", time), new("X-Kiosk-Signature", Convert.ToHexString(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), signed)))];
        },
    };
}
