using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using OmniChannel.Channels;
using OmniChannel.Channels.Email;
using OmniChannel.Content;
using OmniChannel.Testing.Channels;
using OmniChannel.Webhooks;

namespace OmniChannel.Conformance.Channels;

internal static class EmailSubject
{
    private const string Shop = "help@shop.example";
    private const string Customer = "ann@customer.example";
    private const string OldCredentials = "hook:password-that-goes";
    private const string Credentials = "hook:password-in-use";
    private const string ApiKey = "SG.key-of-the-tests";
    private const string OurId = "omni.0123456789abcdef0123456789abcdef@shop.example";
    private const string Spf = "Pass (sender SPF authorized) identity=mailfrom; client-ip=192.0.2.7; helo=mail.customer.example; "
        + "envelope-from=bounce@customer.example; receiver=0123@inbound.postmarkapp.example";

    private static readonly ChannelAccountId Account = new(new("email"), "support");
    private static readonly ECDsa Key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public static ChannelUnderTest<EmailOptions> Postmark() => new()
    {
        Account = Account,
        Options = Options(EmailGateway.Postmark),
        Secrets = [Credentials, OldCredentials, ApiKey],
        CreateAdapter = (provider, _) => new EmailChannel(new HttpClient(provider, disposeHandler: false)),
        Webhooks =
        [
            Basic("Mail", Mail("proved", $$""","Headers":[{"Name":"Message-ID","Value":"<m1@customer.example>"},{"Name":"Received-SPF","Value":"{{Spf}}"}]"""), new ExpectedEvent
            {
                Kind = typeof(MessageReceived), Sender = Customer, Text = "proved", ProviderMessageId = "m1@customer.example",
            }),
            Basic("MailOfNobodyKnown", Mail("not proved", ""","Headers":[{"Name":"Message-ID","Value":"<m2@customer.example>"}]"""), new ExpectedEvent
            {
                Kind = typeof(MessageReceived), Sender = "unverified:" + Customer, Text = "not proved",
            }),
            Basic("Delivery", Event("Delivery", "Recipient", "DeliveredAt"), Receipt(ReceiptKind.Delivered)),
            Basic("Open", Event("Open", "Recipient", "ReceivedAt"), Receipt(ReceiptKind.Read)),
            Basic("Late", Event("Bounce", "Email", "BouncedAt", ""","ID":41,"Type":"Transient" """), Receipt(ReceiptKind.Accepted)),
            Basic("Bounce", Event("Bounce", "Email", "BouncedAt", ""","ID":42,"Type":"HardBounce" """), Receipt(ReceiptKind.Failed)),
            Basic("Complaint", Event("SpamComplaint", "Email", "BouncedAt", ""","ID":43 """), new ExpectedEvent { Kind = typeof(ConsentChanged), Sender = Customer }),
            Basic("NewKind", """{"RecordType":"Wave","ID":1}""", new ExpectedEvent { Kind = typeof(UnknownEvent) }),
        ],
        Message = Message,
        Responses = Responses,
    };

    public static ChannelUnderTest<EmailOptions> SendGrid() => new()
    {
        Account = Account,
        Options = Options(EmailGateway.SendGrid),
        Secrets = [ApiKey],
        CreateAdapter = (provider, _) => new EmailChannel(new HttpClient(provider, disposeHandler: false)),
        Webhooks =
        [
            Signed(
                "Batch",
                $"[{Occurred("processed", 1)},{Occurred("delivered", 2)},{Occurred("open", 3)}]",
                Receipt(ReceiptKind.Accepted),
                Receipt(ReceiptKind.Delivered),
                Receipt(ReceiptKind.Read)),
            Signed("Bounce", $"[{Occurred("bounce", 4)}]", Receipt(ReceiptKind.Failed)),
            Signed("Unsubscribe", $"[{Occurred("unsubscribe", 5)}]", new ExpectedEvent { Kind = typeof(ConsentChanged), Sender = Customer }),
            Signed("NewKind", $"[{Occurred("wave", 6)}]", new ExpectedEvent { Kind = typeof(UnknownEvent) }),
        ],
        Message = Message,
        Responses = Responses,
    };

    private static OutboundMessage Message { get; } = new()
    {
        Id = new(77),
        To = new() { Account = Account, SenderId = Customer },
        Contents = [new TextContent("Your pair is here")],
        IdempotencyKey = "key-1",
    };

    private static IReadOnlyList<SampleResponse> Responses { get; } =
    [
        new() { Name = "Accepted", Status = HttpStatusCode.Accepted, Kind = null, Headers = [new("X-Message-Id", "abc-D_e")] },
        Refusal("BadRecipient", HttpStatusCode.BadRequest, "personalizations.0.to.0.email", SendErrorKind.Unreachable),
        Refusal("BadContent", HttpStatusCode.BadRequest, "content.0.value", SendErrorKind.ContentRefused),
        Refusal("BadCredentials", HttpStatusCode.Unauthorized, "", SendErrorKind.Credentials),
        Refusal("TooFast", HttpStatusCode.TooManyRequests, "", SendErrorKind.Throttled) with
        {
            Headers = [new("Retry-After", "9")], RetryAfter = TimeSpan.FromSeconds(9),
        },
        new() { Name = "ServerError", Status = HttpStatusCode.InternalServerError, Kind = SendErrorKind.Ambiguous },
    ];

    private static EmailOptions Options(EmailGateway gateway) => new()
    {
        From = Shop,
        Inbound = gateway,
        WebhookCredentials = gateway == EmailGateway.Postmark ? [Credentials, OldCredentials] : [],
        WebhookKeys = gateway == EmailGateway.SendGrid ? [Convert.ToBase64String(Key.ExportSubjectPublicKeyInfo())] : [],
        Outbound = EmailOutbound.SendGrid,
        SendGridApiKey = ApiKey,
    };

    private static SampleResponse Refusal(string name, HttpStatusCode status, string field, SendErrorKind kind) => new()
    {
        Name = name,
        Status = status,
        Kind = kind,
        Body = $$"""{"errors":[{"message":"refused","field":"{{field}}","help":null}]}""",
    };

    /// <summary>By Postmark's page "Inbound webhook".</summary>
    private static string Mail(string text, string headers) =>
        $$"""{"MessageStream":"inbound","From":"{{Customer}}","FromFull":{"Email":"{{Customer}}","Name":"Ann"},"To":"{{Shop}}","Subject":"Where is my order?" """
        + $$""","MessageID":"22c74902-a0c1-4511-804f-341342852c90","Date":"Thu, 15 Jan 2026 08:59:00 +0000","TextBody":"{{text}}","HtmlBody":"","Attachments":[]{{headers}}}""";

    /// <summary>By Postmark's pages "Delivery webhook", "Open tracking webhook" and "Bounce webhook".</summary>
    private static string Event(string type, string address, string time, string more = "") =>
        $$"""{"RecordType":"{{type}}","MessageID":"{{OurId}}","{{address}}":"{{Customer}}","{{time}}":"2026-01-15T08:59:30Z"{{more}}}""";

    /// <summary>By SendGrid's page "Event Webhook Reference".</summary>
    private static string Occurred(string name, int id) =>
        $$"""{"email":"{{Customer}}","timestamp":1768467570,"event":"{{name}}","sg_event_id":"ev-{{id}}","omni_message_id":"{{OurId}}"}""";

    private static ExpectedEvent Receipt(ReceiptKind kind) =>
        new() { Kind = typeof(DeliveryReceiptReceived), Sender = Customer, ProviderMessageId = OurId, Receipt = kind };

    private static SampleWebhook Basic(string name, string body, params ExpectedEvent[] events) => new()
    {
        Name = name,
        Body = Encoding.UTF8.GetBytes(body),
        ContentType = "application/json",
        SignsBody = false,
        Sign = _ => [new("Authorization", "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes(Credentials)))],
        Events = events,
    };

    private static SampleWebhook Signed(string name, string body, params ExpectedEvent[] events) => new()
    {
        Name = name,
        Body = Encoding.UTF8.GetBytes(body),
        ContentType = "application/json",
        MaxAge = TimeSpan.FromMinutes(5),
        Sign = Sign,
        Events = events,
    };

    /// <summary>By SendGrid's page "Event Webhook security features", written again here so that the adapter's own code is not its judge.</summary>
    private static IReadOnlyList<KeyValuePair<string, string>> Sign(WebhookRequest request)
    {
        var time = request.ReceivedAt.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        byte[] signed = [.. Encoding.UTF8.GetBytes(time), .. request.Body.Span];
        var signature = Key.SignData(signed, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        return
        [
            new("X-Twilio-Email-Event-Webhook-Signature", Convert.ToBase64String(signature)),
            new("X-Twilio-Email-Event-Webhook-Timestamp", time),
        ];
    }
}
