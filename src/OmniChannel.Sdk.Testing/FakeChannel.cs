using System.Collections.Concurrent;
using System.Globalization;
using OmniChannel.Channels;
using OmniChannel.Content;
using OmniChannel.Identity;

namespace OmniChannel.Testing;

/// <summary>A channel in memory: a test plays the customer, and looks at what was sent. Thread-safe.</summary>
public sealed class FakeChannel
{
    private readonly ConcurrentQueue<OutboundMessage> _sent = new();
    private readonly ConcurrentQueue<CallCommand> _commands = new();
    private int _events;

    internal FakeChannel(ChannelAccountId account) => Account = account;

    /// <summary>Channel and account.</summary>
    public ChannelAccountId Account { get; }

    /// <summary>What was sent, in order.</summary>
    public IReadOnlyList<OutboundMessage> Sent => [.. _sent];

    /// <summary>Texts that were sent, in order.</summary>
    public IReadOnlyList<string> SentTexts => [.. _sent.SelectMany(m => m.Contents).Select(c => c.Preview)];

    /// <summary>What calls were told outside of answers, in order.</summary>
    public IReadOnlyList<CallCommand> Commands => [.. _commands];

    /// <summary>Decides the outcome of each send; null accepts.</summary>
    public Func<OutboundMessage, CancellationToken, Task<SendResult>>? OnSend { get; set; }

    internal IInbound? Inbound { get; set; }

    internal TimeProvider Time { get; set; } = TimeProvider.System;

    /// <summary>Says where the customer's side goes. <see cref="OmniTestHost"/> does it by itself; a host of your own calls it after the start.</summary>
    public void Connect(IInbound inbound) => Inbound = inbound;

    /// <summary>The customer writes; ends after the commit.</summary>
    public Task ReceiveAsync(string from, string text, string? id = null) => ReceiveAsync(from, new TextContent(text), id);

    /// <summary>The customer sends content; ends after the commit.</summary>
    public Task ReceiveAsync(string from, MessageContent content, string? id = null) => DeliverAsync(new MessageReceived
    {
        DedupeKey = id ?? NextId(),
        ProviderMessageId = id,
        Sender = from,
        OccurredAt = Time.GetUtcNow(),
        Content = [content],
        Evidence = Evidence(from),
    });

    /// <summary>Something else happens; ends after the commit.</summary>
    public Task DeliverAsync(params IReadOnlyList<ChannelEvent> events) =>
        (Inbound ?? throw new InvalidOperationException("The channel is not connected: start the test host, or call Connect.")).DeliverAsync(Account, events);

    /// <summary>A signal of a sender, such as a call that starts.</summary>
    public Task SignalAsync(string from, SignalKind kind, string? sessionId = null) => DeliverAsync(new SignalReceived
    {
        DedupeKey = NextId(),
        Sender = from,
        OccurredAt = Time.GetUtcNow(),
        Signal = kind,
        SessionId = sessionId,
        Evidence = Evidence(from),
    });

    internal async Task<SendResult> SendAsync(OutboundMessage message, CancellationToken cancellationToken)
    {
        if (OnSend is { } onSend)
        {
            var result = await onSend(message, cancellationToken).ConfigureAwait(false);
            if (!result.IsSent)
            {
                return result;
            }
        }

        _sent.Enqueue(message);
        return SendResult.Sent("sent-" + message.IdempotencyKey);
    }

    internal SendResult Control(CallCommand command)
    {
        _commands.Enqueue(command);
        return SendResult.Sent();
    }

    /// <summary>A phone number or an e-mail address as sender was seen by the provider.</summary>
    private static IReadOnlyList<IdentifierEvidence> Evidence(string from) =>
        from.StartsWith('+') ? [Observed(Identifier.Phone(from))] : from.Contains('@', StringComparison.Ordinal) ? [Observed(Identifier.Email(from))] : [];

    private static IdentifierEvidence Observed(Identifier identifier) => new() { Identifier = identifier, Assurance = Assurance.Observed, Source = "sender" };

    private string NextId() => string.Create(CultureInfo.InvariantCulture, $"fake-{Account}-{Interlocked.Increment(ref _events)}");
}
