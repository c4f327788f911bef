using OmniChannel.Content;
using OmniChannel.Identity;
using OmniChannel.Webhooks;

namespace OmniChannel.Channels.WebChat;

/// <summary>
/// Chat on a page of the host. The host streams committed entries to the browser, so nothing is sent from here; every limit is ours.
/// Thread-safe.
/// </summary>
public sealed class WebChatChannel : IChannelAdapter<WebChatOptions>, IStreamChannel<WebChatOptions>
{
    /// <summary>The channel's name in routes and configuration.</summary>
    public const string Channel = "web-chat";

    internal const int MaxText = 4000;
    internal const int MaxLabel = 80;

    private static readonly TextLimit Label = new(MaxLabel, LimitUnit.Characters);

    /// <inheritdoc/>
    public IReadOnlyList<StreamAsset> Assets { get; } =
    [
        Asset("widget.js", "text/javascript; charset=utf-8"),
        Asset("widget.css", "text/css; charset=utf-8"),
    ];

    /// <inheritdoc/>
    public ChannelCapabilities Describe(ChannelAccount<WebChatOptions> account) => new()
    {
        DisplayName = "Web chat",
        Medium = ChannelMedium.SyncText,
        Delivery = DeliveryMode.Stream,
        Text = new(MaxText, LimitUnit.Characters),
        Choice = new(10, Label),
        List = new(20, Label),
        MaxCards = 10,
        Media = new() { Kinds = [MediaKind.Image, MediaKind.Audio, MediaKind.Video, MediaKind.File], MaxBytes = 25 * 1024 * 1024 },
        Locations = true,
        Contacts = true,
        MaxWebhookBytes = 64 * 1024,
        Receipts = [ReceiptKind.Delivered, ReceiptKind.Read],
    };

    /// <summary>Always refused: the stream delivers what is committed.</summary>
    public Task<SendResult> SendAsync(OutboundMessage message, ChannelAccount<WebChatOptions> account, CancellationToken cancellationToken) =>
        cancellationToken.IsCancellationRequested
            ? Task.FromCanceled<SendResult>(cancellationToken)
            : Task.FromResult(SendResult.Failed(SendErrorKind.Permanent, "stream", "Web chat delivers by its stream and sends nothing."));

    /// <summary>
    /// <c>sessions</c> gives a token: a new one for the visitor of a usable token, else for a fresh visitor. Every other path needs a token in
    /// <c>Authorization: Bearer</c> or, as an EventSource sets no headers, in the query as <c>token</c>. A token given to a signed-in person
    /// is of no use after they signed out; one given before they signed in has to be renewed once.
    /// </summary>
    public StreamVerdict Authenticate(WebhookRequest request, ChannelAccount<WebChatOptions> account)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(account);
        var origin = request.Headers["Origin"];
        var allowed = account.Options.AllowedOrigins;
        if (origin.Length > 0 && allowed.Count > 0 && !allowed.Contains(origin, StringComparer.OrdinalIgnoreCase))
        {
            return StreamVerdict.Refuse("The Origin header is none of AllowedOrigins.");
        }

        var signIn = request.User is { Identity.IsAuthenticated: true } user ? account.Options.IdentifyVisitor?.Invoke(user) : null;
        var readable = VisitorToken.TryRead(TokenOf(request), account, request.ReceivedAt, out var token, out var refusal);
        if (request.Path == "sessions")
        {
            var known = readable && (token!.IsAnonymous || token.BelongsTo(signIn)) ? token.Visitor : null;
            return Open(known ?? VisitorToken.NewVisitor(), signIn, request, account) with { IsNew = known is null };
        }

        if (!readable)
        {
            return StreamVerdict.Refuse(refusal);
        }

        return token!.BelongsTo(signIn)
            ? StreamVerdict.Accept(Visitor(token.Visitor, signIn, request))
            : StreamVerdict.Refuse("The visitor's token belongs to another sign-in than the request's. Open a session to renew it.");
    }

    /// <inheritdoc/>
    public IReadOnlyList<ChannelEvent> Parse(WebhookRequest request, StreamVisitor visitor, ChannelAccount<WebChatOptions> account)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(visitor);
        using var json = request.Json();
        try
        {
            return request.Path == "acks"
                ? AckReader.Read(json.RootElement, visitor, request.ReceivedAt)
                : [MessageReader.Read(json.RootElement, visitor, request.ReceivedAt)];
        }
        catch (InvalidOperationException e)
        {
            throw new MalformedWebhookException("A string of the body is not in UTF-8, or holds half a surrogate pair.", e);
        }
    }

    /// <inheritdoc/>
    public StreamFrame? Render(StreamEntry entry, ChannelAccount<WebChatOptions> account)
    {
        ArgumentNullException.ThrowIfNull(entry);
        ArgumentNullException.ThrowIfNull(account);
        return EntryRenderer.Render(entry, account.Id);
    }

    private static StreamVerdict Open(string visitor, Identifier? signIn, WebhookRequest request, ChannelAccount<WebChatOptions> account)
    {
        var expiresAt = request.ReceivedAt + account.Options.SessionLifetime;
        return StreamVerdict.Accept(Visitor(visitor, signIn, request), VisitorToken.Issue(visitor, expiresAt, signIn, account));
    }

    private static StreamVisitor Visitor(string visitor, Identifier? signIn, WebhookRequest request) => new()
    {
        SenderId = visitor,
        Locale = LocaleOf(request),
        Evidence = signIn is null ? [] : [new() { Identifier = signIn, Assurance = Assurance.Verified, Source = "session" }],
    };

    private static string TokenOf(WebhookRequest request)
    {
        const string scheme = "Bearer ";
        var header = request.Headers["Authorization"];
        return header.StartsWith(scheme, StringComparison.OrdinalIgnoreCase) ? header[scheme.Length..].Trim() : request.Query["token"];
    }

    private static Locale? LocaleOf(WebhookRequest request)
    {
        var tag = request.Query["lang"] is { Length: > 0 } lang ? lang : request.Headers["Accept-Language"].Split(',', ';')[0].Trim();
        return Locale.TryParse(tag, null, out var locale) ? locale : null;
    }

    private static StreamAsset Asset(string path, string contentType) => new()
    {
        Path = path,
        ContentType = contentType,
        Open = () => typeof(WebChatChannel).Assembly.GetManifestResourceStream(path)
            ?? throw new InvalidOperationException($"The package was built without {path}."),
    };
}
