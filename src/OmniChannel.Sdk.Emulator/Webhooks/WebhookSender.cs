using OmniChannel.Emulator.State;

namespace OmniChannel.Emulator.Webhooks;

/// <summary>Delivers webhooks: with the provider's retries, and twice while duplicates are on. Thread-safe.</summary>
internal sealed class WebhookSender(
    IHttpClientFactory clients, EmulatorStore store, EmulatorWork work, EmulatorPace pace, TimeProvider time, int seed)
{
    public const string ClientName = "OmniChannel.Emulator";
    private const int MaxReply = 256 * 1024;
    private readonly Lock _gate = new();
    private readonly Random _random = new(seed);

    /// <summary>The answer of the first delivery that is made here; a duplicate's answer is not used, as at the provider.</summary>
    public async Task<WebhookReply> SendAsync(WebhookPost post, CancellationToken cancellationToken)
    {
        if (!store.Current.Switches.Duplicates)
        {
            return await DeliverAsync(post, cancellationToken);
        }

        var (first, second) = (Jitter(), Jitter());
        work.Run(async stopped =>
        {
            await DelayAsync(second, stopped);
            await DeliverAsync(post, stopped);
        });
        await DelayAsync(first, cancellationToken);
        return await DeliverAsync(post, cancellationToken);
    }

    private async Task<WebhookReply> DeliverAsync(WebhookPost post, CancellationToken cancellationToken)
    {
        var overrides = ConnectionOverrides.Read(post.Url);
        using var limit = new CancellationTokenSource(overrides.TotalTime, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        var reply = new WebhookReply();
        var attempts = 0;
        try
        {
            do
            {
                if (attempts++ > 0)
                {
                    await DelayAsync(pace.WebhookRetry, both.Token);
                }

                reply = await AttemptAsync(post, both.Token);
            }
            while (!reply.IsSuccess && attempts <= overrides.Retries && overrides.RetriesAfter(reply.Status));
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            reply = new();
        }

        store.Add(new EmulatedWebhook
        {
            Kind = post.Kind,
            Target = post.Url.PathAndQuery,
            Status = reply.Status,
            Attempts = attempts,
            At = time.GetUtcNow(),
        });
        return reply;
    }

    private async Task<WebhookReply> AttemptAsync(WebhookPost post, CancellationToken cancellationToken)
    {
        using var client = clients.CreateClient(ClientName);
        client.MaxResponseContentBufferSize = MaxReply;
        client.Timeout = Timeout.InfiniteTimeSpan;
        using var request = new HttpRequestMessage(HttpMethod.Post, post.Url) { Content = post.Content() };
        foreach (var (name, value) in post.Headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        try
        {
            using var response = await client.SendAsync(request, cancellationToken);
            return new() { Status = (int)response.StatusCode, Body = await response.Content.ReadAsStringAsync(cancellationToken) };
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            return new();
        }
    }

    private Task DelayAsync(TimeSpan delay, CancellationToken cancellationToken) =>
        delay > TimeSpan.Zero ? Task.Delay(delay, time, cancellationToken) : Task.CompletedTask;

    private TimeSpan Jitter()
    {
        lock (_gate)
        {
            return pace.ShuffleWindow * _random.NextDouble();
        }
    }
}
