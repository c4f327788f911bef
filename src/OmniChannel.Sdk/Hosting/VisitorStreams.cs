using System.Collections.Concurrent;
using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging;

namespace OmniChannel.Hosting;

/// <summary>Streams of visitors: what was committed in their conversation, from any place on, and their presence.</summary>
internal sealed partial class VisitorStreams(EngineHost host, InboundGate gate, TimelineReader timelines) : IVisitorStreams
{
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan ReturnTime = TimeSpan.FromSeconds(5);
    private readonly ConcurrentDictionary<ChannelAddress, int> _open = new();
    private readonly ILogger _logger = host.Loggers.CreateLogger<VisitorStreams>();

    public StreamVerdict Authenticate(ChannelAccountId account, WebhookRequest request) =>
        host.Ports.Find(account) is { Streams: true } port ? port.Authenticate(request) : StreamVerdict.Refuse("There is no such account.");

    public async Task<WebhookResponse> ReceiveAsync(ChannelAccountId account, WebhookRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (host.Ports.Find(account) is not { Streams: true } port)
        {
            return new() { StatusCode = 404 };
        }

        if (request.Body.Length > port.Capabilities.MaxWebhookBytes)
        {
            return new() { StatusCode = 413 };
        }

        if (port.Authenticate(request).Visitor is not { } visitor)
        {
            return new() { StatusCode = 401 };
        }

        try
        {
            return await gate.TakeAsync(port, request, port.ParseStream(request, visitor), cancellationToken).ConfigureAwait(false);
        }
        catch (MalformedWebhookException)
        {
            return new() { StatusCode = 400 };
        }
    }

    public async IAsyncEnumerable<VisitorFrame> ReadAsync(
        ChannelAccountId account, StreamVisitor visitor, string lastEventId, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(visitor);
        await host.Ready.WaitAsync(cancellationToken).ConfigureAwait(false);
        var address = new ChannelAddress { Account = account, SenderId = visitor.SenderId };
        var key = host.Hasher.Hash(IdentifierType.ChannelAddress.Name, address.ToKey());
        var positions = new StreamPositions(lastEventId);
        _open.AddOrUpdate(address, 1, (_, n) => n + 1);
        using var wake = host.Feed.Subscribe(key);
        try
        {
            await PresenceAsync(address, SignalKind.Joined).ConfigureAwait(false);
            while (!cancellationToken.IsCancellationRequested)
            {
                wake.Follow();
                await foreach (var frame in NewAsync(account, key, positions, cancellationToken).ConfigureAwait(false))
                {
                    yield return frame;
                }

                await wake.WaitAsync(Heartbeat, host.Time, cancellationToken).ConfigureAwait(false);
                yield return new();
            }
        }
        finally
        {
            if (_open.AddOrUpdate(address, 0, (_, n) => n - 1) <= 0)
            {
                host.Background.Run(token => LeaveAsync(address, token));
            }
        }
    }

    /// <summary>After a start: who was here when the process stopped and has not come back by now has left.</summary>
    public async Task SweepAsync(CancellationToken cancellationToken)
    {
        await host.Ready.WaitAsync(cancellationToken).ConfigureAwait(false);
        await Task.Delay(ReturnTime, host.Time, cancellationToken).ConfigureAwait(false);
        var gone = host.View.Conversations
            .Where(c => c.IsOpen)
            .SelectMany(c => c.Legs)
            .Where(l => l.IsPresent && host.Ports.Find(l.Account) is { Streams: true } && _open.GetValueOrDefault(l.Address) <= 0)
            .Select(l => l.Address)
            .Distinct()
            .ToList();
        foreach (var address in gone)
        {
            await PresenceAsync(address, SignalKind.Left).ConfigureAwait(false);
        }
    }

    private async IAsyncEnumerable<VisitorFrame> NewAsync(
        ChannelAccountId account, IdentifierKey key, StreamPositions positions, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (await host.Conversations.ByAddressAsync(key, cancellationToken).ConfigureAwait(false) is not { } conversation)
        {
            yield break;
        }

        var port = host.Ports.Get(account);
        var thread = await ConversationThread.OfAsync(host, conversation, cancellationToken).ConfigureAwait(false);
        var all = thread.Sources;
        var own = ConversationReader.WithJoined(conversation);
        if (own.Count > 1 && positions.MustLookForJoined(own))
        {
            await IncludeJoinedAsync(own, positions, cancellationToken).ConfigureAwait(false);
        }

        // In the order of the journal, so that what joined is read whole before the entry that says so.
        var entries = new List<(TimelineEntry Entry, long Place, bool IsOwn)>();
        foreach (var id in all)
        {
            entries.AddRange(await timelines.ReadAsync(thread, id, positions.Next(id), cancellationToken).ToListAsync(cancellationToken).ConfigureAwait(false));
        }

        entries = [.. entries.OrderBy(e => e.Place)];
        var news = new DeliveryNews(host, timelines, [.. entries.Where(e => e.IsOwn).Select(e => e.Entry)]);
        foreach (var (entry, _, isOwn) in entries)
        {
            if (!isOwn)
            {
                positions.Pass(entry);
                continue;
            }

            positions.Read(entry);

            var (told, isChange) = entry.Kind == EntryKind.Delivery
                ? (await news.ChangedAsync(entry, all, cancellationToken).ConfigureAwait(false), true)
                : (news.Now(entry), false);
            if (told is { IsPrivate: false } && Rendered(port, Entry(told, isChange)) is { } frame)
            {
                yield return new() { Id = positions.IdOf(entry, all), Event = frame.Event, Data = frame.Data };
            }
        }
    }

    /// <summary>An entry that its adapter cannot show is left out: it must not end the stream, and end it again whenever the client comes back.</summary>
    private StreamFrame? Rendered(ChannelPort port, StreamEntry entry)
    {
        try
        {
            return port.Render(entry);
        }
        catch (Exception e)
        {
            LogRenderThrew(port.Id.ToString(), entry.Conversation.ToString(), entry.Sequence, e.GetType().Name);
            return null;
        }
    }

    /// <summary>What joined a conversation in the part of it that was read was read as well, and so what had joined that one.</summary>
    private async Task IncludeJoinedAsync(IReadOnlyList<ConversationId> own, StreamPositions positions, CancellationToken cancellationToken)
    {
        var next = new Queue<ConversationId>(own.Where(id => positions.Next(id) > 1));
        while (next.TryDequeue(out var id))
        {
            await foreach (var entry in timelines.ReadAsync(id, 1, cancellationToken).ConfigureAwait(false))
            {
                if (entry.Sequence >= positions.Next(id))
                {
                    break;
                }

                if (positions.Include(entry) is { } joined && own.Contains(joined))
                {
                    next.Enqueue(joined);
                }
            }
        }

        positions.JoinedAreKnown();
    }

    private StreamEntry Entry(TimelineEntry entry, bool isChange) => new()
    {
        Conversation = entry.Conversation,
        IsChange = isChange,
        Sequence = entry.Sequence,
        Entry = entry,
        AuthorName = entry is { Author: ParticipantKind.Agent, AuthorId: { } agent } ? host.View.Agent(new(agent))?.Profile.DisplayName : null,
        ProviderMessageId = entry.ProviderMessageId,
    };

    /// <summary>A reload or a lost connection is no leaving: only who stays away for a while has left.</summary>
    private async Task LeaveAsync(ChannelAddress address, CancellationToken cancellationToken)
    {
        await Task.Delay(Grace, host.Time, cancellationToken).ConfigureAwait(false);
        if (_open.TryGetValue(address, out var open) && open <= 0)
        {
            _open.TryRemove(new(address, open));
            await PresenceAsync(address, SignalKind.Left).ConfigureAwait(false);
        }
    }

    private async Task PresenceAsync(ChannelAddress address, SignalKind signal)
    {
        var now = host.Time.GetUtcNow();
        var signalled = new SignalReceived { DedupeKey = "presence", Sender = address.SenderId, OccurredAt = now, Signal = signal };
        await host.Mailbox.PostAsync(new ChannelInput { Account = address.Account, Event = signalled }, CancellationToken.None).ConfigureAwait(false);
    }

    [LoggerMessage(162, LogLevel.Error, "{Account} could not show entry {Entry} of {Conversation}: {Failure}. It is left out.")]
    private partial void LogRenderThrew(string account, string conversation, long entry, string failure);
}
