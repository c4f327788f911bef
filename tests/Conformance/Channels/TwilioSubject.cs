using System.Net;
using System.Security.Cryptography;
using System.Text;
using OmniChannel.Channels;
using OmniChannel.Channels.Twilio;
using OmniChannel.Content;
using OmniChannel.Testing.Channels;
using OmniChannel.Webhooks;

namespace OmniChannel.Conformance.Channels;

internal static class TwilioSubject
{
    private const string AccountSid = "AC00000000000000000000000000000001";
    private const string MessageSid = "SM00000000000000000000000000000001";
    private const string CallSid = "CA00000000000000000000000000000001";
    private const string OldToken = "auth-token-that-goes";
    private const string Token = "auth-token-in-use";
    private const string Customer = "+819012345678";
    private const string Shop = "+81312345678";

    public static ChannelUnderTest<TwilioSmsOptions> Sms()
    {
        var account = new ChannelAccountId(new("sms"), "main");
        return new()
        {
            Account = account,
            Options = new() { AccountSid = AccountSid, AuthTokens = [Token, OldToken], From = Shop },
            Secrets = [Token, OldToken],
            CreateAdapter = (provider, _) => new TwilioSmsChannel(new HttpClient(provider, disposeHandler: false)),
            Webhooks =
            [
                Webhook("Text", [("MessageSid", MessageSid), ("From", Customer), ("To", Shop), ("Body", "まだ届きません + 👟"), ("NumMedia", "0")],
                    new ExpectedEvent { Kind = typeof(MessageReceived), Sender = Customer, Text = "まだ届きません + 👟", DedupeKey = MessageSid }),
                Webhook("Picture", [("MessageSid", MessageSid), ("From", Customer), ("To", Shop), ("Body", ""), ("NumMedia", "1"), ("MediaUrl0", "https://api.twilio.com/m/1"), ("MediaContentType0", "image/jpeg")],
                    new ExpectedEvent { Kind = typeof(MessageReceived), Content = typeof(MediaContent) }),
                Webhook("Stop", [("MessageSid", MessageSid), ("From", Customer), ("To", Shop), ("Body", "STOP"), ("NumMedia", "0"), ("OptOutType", "STOP")],
                    new ExpectedEvent { Kind = typeof(ConsentChanged), Sender = Customer }, new ExpectedEvent { Kind = typeof(MessageReceived), Text = "STOP" }),
                Webhook("NewKind", [("MessageSid", MessageSid), ("From", Customer), ("To", Shop), ("Wave", "1")], new ExpectedEvent { Kind = typeof(UnknownEvent) }),
                Status("queued", ReceiptKind.Accepted),
                Status("sent", ReceiptKind.Sent),
                Status("delivered", ReceiptKind.Delivered),
                Status("undelivered", ReceiptKind.Failed),
            ],
            Message = new()
            {
                Id = new(77),
                To = new() { Account = account, SenderId = Customer },
                Contents = [new TextContent("Your pair is here")],
                IdempotencyKey = "key-1",
            },
            Responses =
            [
                new() { Name = "Created", Status = HttpStatusCode.Created, Kind = null, Body = $$"""{"sid":"{{MessageSid}}"}""", ProviderMessageIds = [MessageSid] },
                Refusal("OptedOut", HttpStatusCode.BadRequest, 21610, SendErrorKind.OptedOut),
                Refusal("InvalidNumber", HttpStatusCode.BadRequest, 21211, SendErrorKind.Permanent),
                Refusal("BadCredentials", HttpStatusCode.Unauthorized, 20003, SendErrorKind.Credentials),
                Refusal("TooLong", HttpStatusCode.BadRequest, 21617, SendErrorKind.ContentRefused),
                Refusal("TooFast", HttpStatusCode.TooManyRequests, 20429, SendErrorKind.Throttled) with
                {
                    Headers = [new("Retry-After", "3")], RetryAfter = TimeSpan.FromSeconds(3),
                },
                new() { Name = "ServerError", Status = HttpStatusCode.InternalServerError, Kind = SendErrorKind.Ambiguous },
            ],
        };
    }

    public static ChannelUnderTest<TwilioVoiceOptions> Voice() => new()
    {
        Account = new(new("voice"), "main"),
        Options = new() { AccountSid = AccountSid, AuthTokens = [Token, OldToken] },
        Secrets = [Token, OldToken],
        CreateAdapter = (provider, _) => new TwilioVoiceChannel(new HttpClient(provider, disposeHandler: false)),
        Webhooks =
        [
            Webhook("Incoming", [("CallSid", CallSid), ("From", Customer), ("To", Shop), ("CallStatus", "ringing"), ("Direction", "inbound")],
                new ExpectedEvent { Kind = typeof(SignalReceived), Sender = Customer }),
            Webhook("Completed", [("CallSid", CallSid), ("From", Customer), ("To", Shop), ("CallStatus", "completed"), ("Direction", "inbound")],
                new ExpectedEvent { Kind = typeof(SignalReceived), Sender = Customer, DedupeKey = CallSid + ":ended" }),
            Webhook("NewKind", [("CallSid", CallSid), ("From", Customer), ("CallStatus", "in-progress"), ("CallbackSource", "call-progress-events")],
                new ExpectedEvent { Kind = typeof(UnknownEvent) }),
        ],
    };

    private static SampleResponse Refusal(string name, HttpStatusCode status, int code, SendErrorKind kind) =>
        new() { Name = name, Status = status, Kind = kind, Body = $$"""{"code":{{code}},"message":"refused","status":{{(int)status}}}""" };

    private static SampleWebhook Status(string status, ReceiptKind kind) => Webhook(
        "Status" + kind,
        [("MessageSid", MessageSid), ("MessageStatus", status), ("From", Shop), ("To", Customer)],
        new ExpectedEvent { Kind = typeof(DeliveryReceiptReceived), Sender = Customer, ProviderMessageId = MessageSid, Receipt = kind });

    private static SampleWebhook Webhook(string name, IReadOnlyList<(string Name, string Value)> fields, params ExpectedEvent[] events) => new()
    {
        Name = name,
        Body = Encoding.UTF8.GetBytes(string.Join('&', fields.Select(f => $"{f.Name}={Uri.EscapeDataString(f.Value)}"))),
        ContentType = "application/x-www-form-urlencoded; charset=UTF-8",
        SignsUrl = true,
        Sign = Sign,
        Events = events,
    };

    /// <summary>By Twilio's page "Webhooks security", written again here so that the adapter's own signer is not its judge.</summary>
    private static IReadOnlyList<KeyValuePair<string, string>> Sign(WebhookRequest request)
    {
        var form = request.Form().Fields.OrderBy(f => f.Key, StringComparer.Ordinal).Select(f => f.Key + f.Value);
        var signed = Encoding.UTF8.GetBytes(request.Url.AbsoluteUri + string.Concat(form));
        return [new("X-Twilio-Signature", Convert.ToBase64String(HMACSHA1.HashData(Encoding.UTF8.GetBytes(Token), signed)))];
    }
}
