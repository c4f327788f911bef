using OmniChannel.Channels;
using OmniChannel.Testing.Conformance;
using OmniChannel.Webhooks;

namespace OmniChannel.Testing.Channels;

/// <summary>
/// What every channel adapter must do, as checks that any test framework can run: verify, parse, batches, limits, send, errors, receipts,
/// calls that must not happen, window, secrets, and the stream's own. Which apply follows from the description and the adapter's powers; an
/// adapter whose description leaves out what it needs fails <c>Description_CoversTheAdapter</c>. Checks may run at the same time.
/// </summary>
/// <typeparam name="TOptions">Options of one account.</typeparam>
public sealed partial class ChannelConformance<TOptions>
    where TOptions : class
{
    private readonly ChannelUnderTest<TOptions> _subject;
    private readonly ChannelAccount<TOptions> _account;
    private readonly ChannelCapabilities _capabilities;

    /// <summary>Reads the description and makes the adapter once, to see what it can do.</summary>
    public ChannelConformance(ChannelUnderTest<TOptions> subject)
    {
        ArgumentNullException.ThrowIfNull(subject);
        _subject = subject;
        _account = subject.ToAccount();
        var adapter = Adapter();
        AdapterType = adapter.GetType();
        _capabilities = adapter.Describe(_account);
        IReadOnlyList<ConformanceCheck> checks =
        [
            new("Description_CoversTheAdapter", Now(CheckDescription)),
            .. VerifyChecks(adapter),
            .. ParseChecks(adapter),
            .. DescribeChecks(),
            .. SendChecks(),
            .. ReceiptChecks(),
            .. SecretChecks(),
            .. StreamChecks(adapter),
        ];
        Checks = [.. checks.Select(Guarded)];
    }

    /// <summary>The adapter's class, for a test that looks for adapters without a conformance test.</summary>
    public Type AdapterType { get; }

    /// <summary>The checks; their names are unique and stable.</summary>
    public IReadOnlyList<ConformanceCheck> Checks { get; }

    private bool Calls => _capabilities.Delivery == DeliveryMode.Call;

    private IChannelAdapter<TOptions> Adapter(HttpMessageHandler? provider = null, LogDouble? log = null) =>
        _subject.CreateAdapter(provider ?? new ProviderDouble(Forbidden), log ?? new LogDouble());

    private IWebhookReceiver<TOptions> Receiver() => (IWebhookReceiver<TOptions>)Adapter();

    private static HttpResponseMessage Forbidden() => throw new ConformanceFailedException("A pure member called the provider.");

    private static Func<CancellationToken, Task> Now(Action check) => _ =>
    {
        check();
        return Task.CompletedTask;
    };

    private static ConformanceCheck Guarded(ConformanceCheck check) => new(check.Name, async cancellationToken =>
    {
        try
        {
            await check.RunAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is not ConformanceFailedException && !cancellationToken.IsCancellationRequested)
        {
            throw new ConformanceFailedException($"The adapter let a {e.GetType().Name} escape.", e);
        }
    });

    private void CheckDescription()
    {
        var adapter = Adapter();
        Verify.That(_subject.Secrets.Count > 0 && _subject.Secrets.All(s => s.Length > 0), "at least one secret, none of them empty");
        Verify.That(adapter is not IWebhookReceiver<TOptions> || _subject.Webhooks.Count > 0, "sample webhooks, because the adapter receives them");
        Verify.That((adapter is IStreamChannel<TOptions>) == (_subject.Stream is not null), "a stream description exactly for a stream channel");
        Verify.That(_subject.Webhooks.All(w => w.SignsUrl || w.Sign(Unsigned(w)).Count > 0), "a proof of the sender in every sample webhook");
        if (Calls)
        {
            Verify.That(_subject.Message is not null, "a sample message, because the adapter sends");
            Verify.That(_subject.Responses.Any(r => r.Kind is null), "a sample response that accepts");
            Verify.That(_subject.Responses.Any(r => r.Kind is not null), "a sample response that refuses");
        }
    }

    private WebhookRequest Unsigned(SampleWebhook sample) => Request(sample, sample.Body, []);

    private WebhookRequest Signed(SampleWebhook sample) => Request(sample, sample.Body, sample.Sign(Unsigned(sample)));

    private WebhookRequest Request(
        SampleWebhook sample, ReadOnlyMemory<byte> body, IEnumerable<KeyValuePair<string, string>> proof, Uri? url = null, TimeSpan later = default)
    {
        var address = url ?? sample.Url ?? _subject.WebhookUrl ?? throw new ConformanceFailedException("Expected: an address of the webhook.");
        return new()
        {
            Method = sample.Method,
            Url = address,
            Path = sample.Path,
            Query = new(QueryOf(address)),
            Headers = new([new("Content-Type", sample.ContentType), .. sample.Headers, .. proof]),
            Body = body,
            ReceivedAt = _subject.Now + later,
        };
    }

    private static IEnumerable<KeyValuePair<string, string>> QueryOf(Uri url) =>
        from part in url.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries)
        let pair = part.Split('=', 2)
        select KeyValuePair.Create(Unescaped(pair[0]), pair.Length == 2 ? Unescaped(pair[1]) : "");

    private static string Unescaped(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
