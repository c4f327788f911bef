using System.Security.Claims;
using System.Text;
using OmniChannel.Identity;
using OmniChannel.Webhooks;

namespace OmniChannel.Channels.WebChat.Tests;

/// <summary>An account, its visitors and their requests.</summary>
internal sealed class Chat
{
    public const string Key = "key-one-key-one-key-one-key-one-1";
    public const string OtherKey = "key-two-key-two-key-two-key-two-2";

    public static DateTimeOffset Now { get; } = new(2026, 1, 15, 9, 0, 0, TimeSpan.Zero);

    public WebChatChannel Channel { get; } = new();

    public WebChatOptions Options { get; } = new()
    {
        SigningKeys = { Key },
        IdentifyVisitor = user => user.FindFirst("sub") is { } s ? Identifier.Login(s.Value) : null,
    };

    public ChannelAccount<WebChatOptions> Account(string name = "shop") => new() { Id = new(new("web-chat"), name), Options = Options };

    public StreamVerdict Session(string token = "", string? login = null, TimeSpan later = default) =>
        Channel.Authenticate(Request("sessions", token, login, later), Account());

    public StreamVerdict Visit(string token, string? login = null, TimeSpan later = default, string account = "shop") =>
        Channel.Authenticate(Request("stream", token, login, later), Account(account));

    public IReadOnlyList<ChannelEvent> Post(string body, string path = "messages", StreamVisitor? visitor = null) =>
        Channel.Parse(Request(path, "", body: Encoding.UTF8.GetBytes(body)), visitor ?? new() { SenderId = "v1" }, Account());

    public static WebhookRequest Request(
        string path, string token = "", string? login = null, TimeSpan later = default, byte[]? body = null, string? origin = null, string? query = null) => new()
        {
            Method = "POST",
            Url = new("https://shop.example/omni/channels/web-chat/shop/" + path),
            Path = path,
            Headers = new([
            .. token.Length > 0 ? [KeyValuePair.Create("Authorization", "Bearer " + token)] : Array.Empty<KeyValuePair<string, string>>(),
            .. origin is null ? [] : new[] { KeyValuePair.Create("Origin", origin) },
            KeyValuePair.Create("Accept-Language", "ja-JP,en;q=0.8"),
        ]),
            Query = new(query is null ? [] : [KeyValuePair.Create("token", query)]),
            Body = body,
            ReceivedAt = Now + later,
            User = login is null ? null : new ClaimsPrincipal(new ClaimsIdentity([new Claim("sub", login)], "cookie")),
        };
}
