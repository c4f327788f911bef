using System.Security.Cryptography;
using System.Text;

namespace OmniChannel.Channels;

/// <summary>The port of one adapter with one set of options.</summary>
internal sealed class ChannelPort<TOptions> : ChannelPort
    where TOptions : class
{
    private const int MaxRaw = 64 * 1024;
    private readonly IChannelAdapter<TOptions> _adapter;
    private readonly ChannelAccount<TOptions> _account;

    public ChannelPort(IChannelAdapter<TOptions> adapter, ChannelAccount<TOptions> account)
        : base(account.Id)
    {
        _adapter = adapter;
        _account = account;
        Capabilities = adapter.Describe(account);
    }

    public override ChannelCapabilities Capabilities { get; }

    public override bool ReceivesWebhooks => _adapter is IWebhookReceiver<TOptions>;

    public override bool Responds => _adapter is IWebhookResponder<TOptions>;

    public override bool ControlsCalls => _adapter is ICallControl<TOptions>;

    public override bool Pulls => _adapter is IPullSource<TOptions>;

    public override bool Streams => _adapter is IStreamChannel<TOptions>;

    public override IReadOnlyList<StreamAsset> Assets => _adapter is IStreamChannel<TOptions> stream ? stream.Assets : [];

    public override WebhookVerdict Verify(WebhookRequest request) => Power<IWebhookReceiver<TOptions>>().Verify(request, _account);

    public override IReadOnlyList<ChannelEvent> Parse(WebhookRequest request)
    {
        try
        {
            return Power<IWebhookReceiver<TOptions>>().Parse(request, _account);
        }
        catch (Exception e) when (e is not MalformedWebhookException)
        {
            return [Unreadable(request, e)];
        }
    }

    public override WebhookResponse Respond(WebhookRequest request, WebhookOutcome outcome) =>
        Power<IWebhookResponder<TOptions>>().Respond(request, outcome, _account);

    public override StreamVerdict Authenticate(WebhookRequest request)
    {
        var stream = Power<IStreamChannel<TOptions>>();
        try
        {
            return stream.Authenticate(request, _account);
        }
        catch (Exception e)
        {
            return StreamVerdict.Refuse("The adapter could not read who is asking: " + e.GetType().Name);
        }
    }

    public override IReadOnlyList<ChannelEvent> ParseStream(WebhookRequest request, StreamVisitor visitor)
    {
        var stream = Power<IStreamChannel<TOptions>>();
        try
        {
            return stream.Parse(request, visitor, _account);
        }
        catch (Exception e) when (e is not MalformedWebhookException)
        {
            return [Unreadable(request, e, visitor.SenderId)];
        }
    }

    public override StreamFrame? Render(StreamEntry entry) => Power<IStreamChannel<TOptions>>().Render(entry, _account);

    public override Task<SendResult> SendAsync(OutboundMessage message, CancellationToken cancellationToken) =>
        _adapter.SendAsync(message, _account, cancellationToken);

    public override string? IdOf(OutboundMessage message) => (_adapter as INamesMessages<TOptions>)?.IdOf(message, _account);

    public override Task<SendResult> ControlAsync(CallCommand command, string sessionId, CancellationToken cancellationToken) =>
        Power<ICallControl<TOptions>>().ControlAsync(command, sessionId, _account, cancellationToken);

    public override Task<PullResult> PullAsync(string? cursor, CancellationToken cancellationToken) =>
        Power<IPullSource<TOptions>>().PullAsync(_account, cursor, cancellationToken);

    private TPower Power<TPower>()
        where TPower : class =>
        _adapter as TPower ?? throw new NotSupportedException($"The adapter of {Id} is no {typeof(TPower).Name.Split('`')[0]}.");

    /// <summary>Everything that tells one request from another and comes again with it: the query counts, since a GET has no body.</summary>
    private static string KeyOf(WebhookRequest request) =>
        Convert.ToHexString(SHA256.HashData([.. Encoding.UTF8.GetBytes(request.Url.Query), 0, .. request.Body.Span]));

    private static UnknownEvent Unreadable(WebhookRequest request, Exception e, string sender = "") => new()
    {
        DedupeKey = sender.Length == 0 ? "unreadable:" + KeyOf(request) : $"unreadable:{sender}:{KeyOf(request)}",
        Sender = sender,
        OccurredAt = request.ReceivedAt,
        Reason = "The adapter could not read it: " + e.GetType().Name,
        Raw = Encoding.UTF8.GetString(request.Body.Span[..Math.Min(request.Body.Length, MaxRaw)]),
    };
}
