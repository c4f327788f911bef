using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace OmniChannel.Hosting;

/// <summary>
/// The way in: verify, parse, commit, answer. A full mailbox or a loading engine holds the request until shortly before the provider's deadline
/// and then asks it to come again; nothing is taken half.
/// </summary>
internal sealed partial class InboundGate(EngineHost host) : IInbound
{
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan LongestCallWait = TimeSpan.FromSeconds(8);
    private readonly ConcurrentDictionary<ChannelAccountId, string> _scopes = new();
    private readonly ILogger _logger = host.Loggers.CreateLogger<InboundGate>();

    public async Task<WebhookResponse> ReceiveAsync(ChannelAccountId account, WebhookRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var port = host.Ports.Find(account);
        var response = Read(port, request, out var events) ?? await TakeAsync(port!, request, events, cancellationToken).ConfigureAwait(false);
        host.Metrics.Answered(account.Channel.Value, response.StatusCode);
        return response;
    }

    /// <summary>What a request says; or the answer to one that says nothing.</summary>
    private WebhookResponse? Read(ChannelPort? port, WebhookRequest request, out IReadOnlyList<ChannelEvent> events)
    {
        events = [];
        if (port is not { ReceivesWebhooks: true })
        {
            return new() { StatusCode = 404 };
        }

        if (request.Body.Length > port.Capabilities.MaxWebhookBytes)
        {
            return new() { StatusCode = 413 };
        }

        var verdict = Verified(port, request);
        if (verdict.ChallengeResponse is { } challenge)
        {
            return challenge;
        }

        if (!verdict.IsAccepted)
        {
            return new() { StatusCode = verdict.Rejection == WebhookRejection.Forbidden ? 403 : 401 };
        }

        try
        {
            events = port.Parse(request);
            return null;
        }
        catch (MalformedWebhookException)
        {
            return new() { StatusCode = 400 };
        }
    }

    /// <summary>An adapter whose check throws has not accepted the request.</summary>
    private WebhookVerdict Verified(ChannelPort port, WebhookRequest request)
    {
        try
        {
            return port.Verify(request);
        }
        catch (Exception e)
        {
            LogVerifyThrew(port.Id.ToString(), e.GetType().Name, e.StackTrace);
            return WebhookVerdict.Reject(WebhookRejection.BadSignature, e.GetType().Name);
        }
    }

    public async Task DeliverAsync(ChannelAccountId account, IReadOnlyList<ChannelEvent> events, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(events);
        if (host.Ports.Find(account) is null)
        {
            throw new ArgumentException($"There is no channel account {account}.", nameof(account));
        }

        await host.Ready.WaitAsync(cancellationToken).ConfigureAwait(false);
        await CommitAsync(account, events, false, cancellationToken).ConfigureAwait(false);
    }

    internal async Task<WebhookResponse> TakeAsync(
        ChannelPort port, WebhookRequest request, IReadOnlyList<ChannelEvent> events, CancellationToken cancellationToken)
    {
        var session = port.Responds ? events.Select(e => e.SessionId).FirstOrDefault(s => s is not null) : null;
        var answer = session is null ? null : host.CallAnswers.Expect(session);
        try
        {
            if (!port.Responds && TryPut(port.Id, events) is { } put)
            {
                await put.WaitAsync(Deadline(port), host.Time, cancellationToken).ConfigureAwait(false);
                return WebhookResponse.Ok;
            }

            using var deadline = new CancellationTokenSource(Deadline(port), host.Time);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
            await host.Ready.WaitAsync(either.Token).ConfigureAwait(false);
            var outcomes = await CommitAsync(port.Id, events, port.Responds, either.Token).ConfigureAwait(false);
            return port.Responds
                ? Responded(port, request, await InstructionsAsync(session, answer, events, outcomes, either.Token).ConfigureAwait(false))
                : WebhookResponse.Ok;
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested && (e is EngineUnavailableException or OperationCanceledException or TimeoutException || host.Ready.IsFaulted))
        {
            return new() { StatusCode = 503, RetryAfter = TimeSpan.FromSeconds(1) };
        }
        finally
        {
            if (session is not null && answer is not null)
            {
                host.CallAnswers.Forget(session, answer);
            }
        }
    }

    /// <summary>The events are committed: an adapter whose answer throws has taken them all the same, and the provider must not send them again.</summary>
    private WebhookResponse Responded(ChannelPort port, WebhookRequest request, WebhookOutcome outcome)
    {
        try
        {
            return port.Respond(request, outcome);
        }
        catch (Exception e)
        {
            LogRespondThrew(port.Id.ToString(), e.GetType().Name, e.StackTrace);
            return WebhookResponse.Ok;
        }
    }

    private static TimeSpan Deadline(ChannelPort port)
    {
        var deadline = port.Capabilities.WebhookDeadline;
        return deadline > Margin * 2 ? deadline - Margin : deadline / 2;
    }

    /// <summary>The usual way, without waiting for room: a loaded engine, and one event for which there is some. Null where that does not hold.</summary>
    private Task<InputOutcome>? TryPut(ChannelAccountId account, IReadOnlyList<ChannelEvent> events) =>
        host.Ready.IsCompletedSuccessfully && events.Count == 1
            ? host.Mailbox.TryEnqueue(new ChannelInput { Account = account, Event = events[0], Inbox = Key(account, events[0]) })
            : null;

    /// <summary>Puts the events in, in order, and waits for all of them.</summary>
    private async Task<InputOutcome[]> CommitAsync(
        ChannelAccountId account, IReadOnlyList<ChannelEvent> events, bool expectsInstructions, CancellationToken cancellationToken)
    {
        var outcomes = new Task<InputOutcome>[events.Count];
        for (var i = 0; i < events.Count; i++)
        {
            var input = new ChannelInput { Account = account, Event = events[i], Inbox = Key(account, events[i]), ExpectsInstructions = expectsInstructions };
            outcomes[i] = await host.Mailbox.EnqueueAsync(input, cancellationToken).ConfigureAwait(false);
        }

        return outcomes.Length == 1
            ? [await outcomes[0].WaitAsync(cancellationToken).ConfigureAwait(false)]
            : await Task.WhenAll(outcomes).WaitAsync(cancellationToken).ConfigureAwait(false);
    }

    private InboxKey Key(ChannelAccountId account, ChannelEvent e)
    {
        var hash = host.Hasher.Hash(_scopes.GetOrAdd(account, static a => "inbox:" + a), e.DedupeKey);
        return new(hash.High, hash.Low);
    }

    private async Task<WebhookOutcome> InstructionsAsync(
        string? session,
        Task<IReadOnlyList<CallCommand>>? answer,
        IReadOnlyList<ChannelEvent> events,
        InputOutcome[] outcomes,
        CancellationToken cancellationToken)
    {
        var duplicate = outcomes.Length > 0 && Array.TrueForAll(outcomes, o => o.IsDuplicate);
        var now = outcomes.SelectMany(o => o.Instructions).Where(i => i.SessionId == session).SelectMany(i => i.Commands).ToList();
        if (now.Count > 0 || answer is null || session is null || !Waits(events))
        {
            return new() { Commands = now, IsDuplicate = duplicate };
        }

        // A request that comes once more, to which nothing was said at once: either the answer is still to come, or it was given and lost.
        if (duplicate
            && await host.AskAsync(new CallStandingQuery { SessionId = session }, cancellationToken).ConfigureAwait(false) is { IsAsking: false, Said: var said }
            && !answer.IsCompleted)
        {
            return new() { Commands = said, IsDuplicate = true };
        }

        try
        {
            return new()
            {
                Commands = await answer.WaitAsync(LongestCallWait, host.Time, cancellationToken).ConfigureAwait(false),
                IsDuplicate = duplicate,
            };
        }
        catch (Exception e) when (e is TimeoutException or OperationCanceledException)
        {
            await host.Mailbox.PostAsync(new CallAnswerExpiredInput { SessionId = session }, CancellationToken.None).ConfigureAwait(false);
            return new();
        }
    }

    [LoggerMessage(160, LogLevel.Error, "The signature check of {Account} threw {Failure}; the request was refused.\n{Where}")]
    private partial void LogVerifyThrew(string account, string failure, string? where);

    [LoggerMessage(161, LogLevel.Error, "The answer of {Account} threw {Failure}; its events were taken, and the provider got an empty one.\n{Where}")]
    private partial void LogRespondThrew(string account, string failure, string? where);

    /// <summary>Ends and mere news of a call expect no instructions.</summary>
    private static bool Waits(IReadOnlyList<ChannelEvent> events) =>
        events.Any(e => e is MessageReceived || (e is SignalReceived s && (s.Signal == SignalKind.CallStarted || s.Signal == SignalKind.CallPolled || s.Signal == SignalKind.CallUnanswered)));
}
