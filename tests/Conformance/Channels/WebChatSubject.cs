using OmniChannel.Channels;
using OmniChannel.Channels.WebChat;
using OmniChannel.Content;
using OmniChannel.Testing.Channels;

namespace OmniChannel.Conformance.Channels;

internal static class WebChatSubject
{
    private const string Secret = "a-secret-of-web-chat-of-36-characters";

    public static ChannelUnderTest<WebChatOptions> Create() => new()
    {
        Account = new(new(WebChatChannel.Channel), "shop"),
        Options = new() { SigningKeys = { Secret } },
        Secrets = [Secret],
        CreateAdapter = (_, _) => new WebChatChannel(),
        Stream = new()
        {
            TokenLifetime = TimeSpan.FromDays(30),
            Posts =
            [
                Post("Text", """{"id":"c-1","text":"まだ届きません👟"}""", new ExpectedEvent { Kind = typeof(MessageReceived), Text = "まだ届きません👟" }),
                Post(
                    "Choice",
                    """{"id":"c-2","choice":{"optionId":"o","label":"My order"}}""",
                    new ExpectedEvent { Kind = typeof(MessageReceived), Content = typeof(ChoiceReplyContent), Text = "My order" }),
                Post(
                    "UnknownContent",
                    """{"id":"c-3","content":{"kind":"sticker","pack":7}}""",
                    new ExpectedEvent { Kind = typeof(MessageReceived), Content = typeof(NativeContent) }),
                new()
                {
                    Name = "Ack",
                    Path = "acks",
                    Body = """{"conversation":"cnv_0000000000001","sequence":3,"kind":"delivered"}""",
                    Events = [Receipt(3, ReceiptKind.Delivered)],
                },
                new()
                {
                    Name = "AckBatch",
                    Path = "acks",
                    Body = """
                        {"acks":[{"conversation":"cnv_0000000000001","sequence":3,"kind":"read"},
                        {"conversation":"cnv_0000000000001","sequence":4,"kind":"delivered"}]}
                        """,
                    Events = [Receipt(3, ReceiptKind.Read), Receipt(4, ReceiptKind.Delivered)],
                },
            ],
        },
    };

    private static SamplePost Post(string name, string body, ExpectedEvent expected) => new() { Name = name, Path = "messages", Body = body, Events = [expected] };

    private static ExpectedEvent Receipt(int sequence, ReceiptKind kind) =>
        new() { Kind = typeof(DeliveryReceiptReceived), ProviderMessageId = $"cnv_0000000000001:{sequence}", Receipt = kind };
}
