using System.Security.Claims;
using OmniChannel.Identity;

namespace OmniChannel.Channels.WebChat;

/// <summary>Options of one web chat account, bound from <c>Channels:web-chat:{account}</c>.</summary>
public sealed class WebChatOptions
{
    /// <summary>
    /// Secrets that sign visitors' tokens, 32 characters or more each. The first signs, all verify: put a new one in front, and take the
    /// old one away after <see cref="SessionLifetime"/>.
    /// </summary>
    public IList<string> SigningKeys { get; } = [];

    /// <summary>
    /// Origins whose pages may chat, such as <c>https://shop.example</c>. A request with another <c>Origin</c> header is refused.
    /// </summary>
    /// <value>Empty: any origin that the host's CORS policy lets through.</value>
    public IList<string> AllowedOrigins { get; } = [];

    /// <summary>How long a visitor who does not come back stays known. Every visit starts it anew.</summary>
    /// <value>Default 30 days.</value>
    public TimeSpan SessionLifetime { get; set; } = TimeSpan.FromDays(30);

    /// <summary>
    /// Says by what a visitor signed in at the host is known; the result counts as proved. Called only for an authenticated principal, on
    /// every request, so keep it cheap and pure.
    /// </summary>
    /// <value>Null: visitors stay anonymous to us even when they are signed in.</value>
    public Func<ClaimsPrincipal, Identifier?>? IdentifyVisitor { get; set; }
}
