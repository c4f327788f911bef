using System.Net;
using System.Security.Cryptography;
using System.Text;
using OmniChannel.Channels;
using OmniChannel.Content;
using OmniChannel.Testing.Channels;
using OmniChannel.Testing.Conformance;

namespace CustomChannel;

/// <summary>What the conformance kit needs to know of the channel: how to make it, and samples of its provider's documentation.</summary>
public static class KioskConformance
{
    private static readonly ChannelAccountId Account = new(new("kiosk"), "ginza");

    public static IReadOnlyList<ConformanceCheck> Checks { get; } = new ChannelConformance<KioskOptions>(Subject()).Checks;

    /// <summary>Runs every check and prints what it found; 0 when all are ok.</summary>
    public static async Task<int> RunAsync()
    {
        var failed = 0;
        foreach (var check in Checks)
        {
            try
            {
                await check.RunAsync();
                Console.WriteLine($"ok      {check.Name}");
            }
            catch (ConformanceFailedException e)
            {
                failed++;
                Console.WriteLine($"failed  {check.Name}: {e.Message}");
            }
        }

        Console.WriteLine($"{Checks.Count - failed} ok, {failed} failed");
        return failed == 0 ? 0 : 1;
    }

    private static ChannelUnderTest<KioskOptions> Subject() => new()
    {
        Account = Account,
        Options = new() { BaseUrl = new("https://kiosk.example/"), SigningKeys = ["key-that-goes", KioskProvider.Key] },
        Secrets = ["key-that-goes", KioskProvider.Key],
        CreateAdapter = (provider, _) => new KioskChannel(new HttpClient(provider, disposeHandler: false)),
        Webhooks =
        [
            Webhook(
                "Batch",
                """
                {"events":[{"id":"e-1","from":"booth-7","type":"text","text":"まだ届きません","reply":"session-1"},
                {"id":"e-2","from":"booth-8","type":"choice","option":"order","label":"My order"}]}
                """,
                new ExpectedEvent { Kind = typeof(MessageReceived), Sender = "booth-7", Text = "まだ届きません", ProviderMessageId = "e-1" },
                new ExpectedEvent { Kind = typeof(MessageReceived), Sender = "booth-8", Content = typeof(ChoiceReplyContent), Text = "My order" }),
            Webhook("Delivered", """{"events":[{"id":"k-1","from":"booth-7","type":"delivered"}]}""", Receipt(ReceiptKind.Delivered)),
            Webhook("Failed", """{"events":[{"id":"k-1","from":"booth-7","type":"failed"}]}""", Receipt(ReceiptKind.Failed)),
            Webhook("NewType", """{"events":[{"id":"e-3","from":"booth-7","type":"wave"}]}""", new ExpectedEvent { Kind = typeof(UnknownEvent) }),
        ],
        Message = new()
        {
            Id = new(1),
            To = new() { Account = Account, SenderId = "booth-7" },
            Contents = [new TextContent("Your pair is here")],
            IdempotencyKey = "key-1",
        },
        Responses =
        [
            new() { Name = "Ok", Status = HttpStatusCode.OK, Kind = null, Headers = [new("X-Id", "k-1")], ProviderMessageIds = ["k-1"] },
            new() { Name = "BadRequest", Status = HttpStatusCode.BadRequest, Kind = SendErrorKind.Permanent },
            new() { Name = "BadCredentials", Status = HttpStatusCode.Unauthorized, Kind = SendErrorKind.Credentials },
            new()
            {
                Name = "TooFast", Status = HttpStatusCode.TooManyRequests, Kind = SendErrorKind.Throttled,
                Headers = [new("Retry-After", "7")], RetryAfter = TimeSpan.FromSeconds(7),
            },
            new() { Name = "ServerError", Status = HttpStatusCode.InternalServerError, Kind = SendErrorKind.Ambiguous },
        ],
    };

    private static ExpectedEvent Receipt(ReceiptKind kind) => new() { Kind = typeof(DeliveryReceiptReceived), ProviderMessageId = "k-1", Receipt = kind };

    private static SampleWebhook Webhook(string name, string body, params ExpectedEvent[] events) => new()
    {
        Name = name,
        Body = Encoding.UTF8.GetBytes(body),
        ContentType = "application/json",
        Events = events,
        Sign = request =>
        [
            new(KioskChannel.SignatureHeader, Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(KioskProvider.Key), request.Body.Span))),
        ],
    };
}
