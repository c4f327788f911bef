using OmniChannel.Channels;
using OmniChannel.Content;
using OmniChannel.Testing.Conformance;

namespace OmniChannel.Testing.Channels;

/// <content>Groups 4, 5 and 6: one call, and what its answer means.</content>
public sealed partial class ChannelConformance<TOptions>
{
    private SampleResponse Acceptance => _subject.Responses.First(r => r.Kind is null);

    private OutboundMessage Message => _subject.Message ?? throw new ConformanceFailedException("Expected: a sample message.");

    private IEnumerable<ConformanceCheck> SendChecks()
    {
        if (!Calls)
        {
            yield return new("Send_OnAChannelThatDoesNotCall_CallsNobody", SilentAsync);
            yield break;
        }

        yield return new("Send_AlreadyCancelled_Throws", _ => CancelledAsync());
        yield return new("Send_Cancelled_Throws", CancelledLaterAsync);
        yield return new("Send_Reset_IsNeitherAcceptedNorFinal", ResetAsync);
        yield return new("Send_TextAtTheLimit_IsAccepted", TextAtLimitAsync);
        if (_capabilities.AcceptsIdempotencyKey)
        {
            yield return new("Send_IdempotencyKey_ReachesTheProvider", IdempotencyKeyAsync);
        }

        foreach (var response in _subject.Responses)
        {
            yield return new($"Send_Answered{response.Name}_Means{response.Kind?.ToString() ?? "Accepted"}", ct => AnsweredAsync(response, ct));
        }
    }

    private async Task SilentAsync(CancellationToken cancellationToken)
    {
        var message = _subject.Message ?? new()
        {
            Id = new(1),
            To = new() { Account = _subject.Account, SenderId = "somebody" },
            Contents = [new TextContent("Hello")],
            IdempotencyKey = "k-1",
        };
        using var provider = new ProviderDouble(() => new(System.Net.HttpStatusCode.OK));
        var result = await Adapter(provider).SendAsync(message, _account, cancellationToken).ConfigureAwait(false);
        Verify.That(!result.IsSent, "no pretence of having sent");
        Verify.Equal(0, provider.Requests.Count, "the number of calls");
    }

    private async Task CancelledAsync()
    {
        using var source = new CancellationTokenSource();
        await source.CancelAsync().ConfigureAwait(false);
        using var provider = new ProviderDouble();
        await CancelsAsync(() => Adapter(provider).SendAsync(Message, _account, source.Token)).ConfigureAwait(false);
    }

    private async Task CancelledLaterAsync(CancellationToken cancellationToken)
    {
        using var source = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var provider = new ProviderDouble();
        var sending = Adapter(provider).SendAsync(Message, _account, source.Token);
        await Task.WhenAny(provider.Called, sending).ConfigureAwait(false);
        Verify.That(provider.Called.IsCompleted, "a call to the provider");
        await source.CancelAsync().ConfigureAwait(false);
        await CancelsAsync(() => sending).ConfigureAwait(false);
        Verify.Equal(1, provider.Requests.Count, "the number of calls");
    }

    private static async Task CancelsAsync(Func<Task> send)
    {
        try
        {
            await send().ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            return;
        }

        throw new ConformanceFailedException("Expected: a cancelled send throws OperationCanceledException.");
    }

    /// <summary>A reset may be reported or thrown; what is thrown counts as ambiguous.</summary>
    private async Task ResetAsync(CancellationToken cancellationToken)
    {
        using var provider = new ProviderDouble(() => throw new HttpRequestException("The connection was reset."));
        try
        {
            var result = await Adapter(provider).SendAsync(Message, _account, cancellationToken).ConfigureAwait(false);
            Verify.That(result.Error?.Kind is SendErrorKind.Ambiguous or SendErrorKind.Transient, "a reset to be ambiguous, or transient where nothing was sent");
        }
        catch (HttpRequestException)
        {
            // Allowed.
        }

        Verify.Equal(1, provider.Requests.Count, "the number of calls: an adapter never retries");
    }

    private async Task TextAtLimitAsync(CancellationToken cancellationToken)
    {
        if (_capabilities.Text is not { } limit)
        {
            return;
        }

        using var provider = new ProviderDouble(Acceptance.ToMessage);
        var message = Message with { Contents = [new TextContent(TextAt(limit))] };
        var result = await Adapter(provider).SendAsync(message, _account, cancellationToken).ConfigureAwait(false);
        Verify.That(result.IsSent, $"a text of {limit.Max} {limit.Unit} to be sent as it is");
        Verify.Equal(1, provider.Requests.Count, "the number of calls");
    }

    private async Task IdempotencyKeyAsync(CancellationToken cancellationToken)
    {
        using var provider = new ProviderDouble(Acceptance.ToMessage);
        await Adapter(provider).SendAsync(Message, _account, cancellationToken).ConfigureAwait(false);
        var request = Uri.UnescapeDataString(provider.Requests.Single());
        Verify.That(request.Contains(Message.IdempotencyKey, StringComparison.Ordinal), "the idempotency key in the provider's call, as Describe promises");
    }

    private async Task AnsweredAsync(SampleResponse response, CancellationToken cancellationToken)
    {
        using var provider = new ProviderDouble(response.ToMessage);
        var result = await Adapter(provider).SendAsync(Message, _account, cancellationToken).ConfigureAwait(false);
        Verify.Equal(1, provider.Requests.Count, "the number of calls: an adapter never retries");
        Verify.Equal(response.Kind, result.Error?.Kind, "the outcome");
        Verify.Equal(response.RetryAfter, result.Error?.RetryAfter, "the wait asked for");
        if (response.ProviderMessageIds is { } ids)
        {
            Verify.Same(ids, result.ProviderMessageIds, "provider message ids");
        }
    }
}
