using Microsoft.Extensions.DependencyInjection;

namespace OmniChannel.Fakes;

/// <summary>A shop with chat, SMS, mail and phone, all fake, on a clock that the test moves.</summary>
internal sealed class TestDesk : IAsyncDisposable
{
    private readonly Action<IOmniChannelBuilder>? _configure;
    private int _events;

    private TestDesk(StoreDouble store, ManualTimeProvider time, Action<IOmniChannelBuilder>? configure)
    {
        Store = store;
        Time = time;
        _configure = configure;
    }

    public StoreDouble Store { get; }

    public ManualTimeProvider Time { get; }

    public OmniTestHost Host { get; private set; } = null!;

    public FakeChannel Chat { get; private set; } = null!;

    public FakeChannel Sms { get; private set; } = null!;

    public FakeChannel Mail { get; private set; } = null!;

    public FakeChannel Phone { get; private set; } = null!;

    public IOmniChannel Omni => Host.Omni;

    public TimeSpan SendTimeout { get; } = TimeSpan.FromSeconds(30);

    public static ChannelCapabilities ChatCapabilities { get; } = new()
    {
        DisplayName = "Chat",
        Medium = ChannelMedium.SyncText,
        Delivery = DeliveryMode.Stream,
        Text = new(2000, LimitUnit.Characters),
    };

    public static ChannelCapabilities SmsCapabilities { get; } = new()
    {
        DisplayName = "SMS",
        Text = new(160, LimitUnit.Characters),
        ReachableBy = [IdentifierType.Phone],
        Receipts = [ReceiptKind.Delivered],
    };

    public static ChannelCapabilities MailCapabilities { get; } = new()
    {
        DisplayName = "Mail",
        Medium = ChannelMedium.Mail,
        Threads = true,
        Text = new(100_000, LimitUnit.Characters),
        ReachableBy = [IdentifierType.Email],
    };

    public static ChannelCapabilities PhoneCapabilities { get; } = new() { DisplayName = "Phone", Medium = ChannelMedium.Voice, Delivery = DeliveryMode.Response };

    /// <summary>Opens for business; without a route of its own everything goes to the one queue.</summary>
    public static async Task<TestDesk> OpenAsync(
        Action<IOmniChannelBuilder>? configure = null, StoreDouble? store = null, ManualTimeProvider? time = null, ChannelCapabilities? sms = null)
    {
        var desk = new TestDesk(store ?? new(), time ?? new(), configure) { SmsAs = sms ?? SmsCapabilities };
        await desk.StartAsync();
        return desk;
    }

    private ChannelCapabilities SmsAs { get; init; } = SmsCapabilities;

    /// <summary>Stops the process and starts it again on the same store.</summary>
    public async Task RestartAsync()
    {
        await Host.DisposeAsync();
        await StartAsync();
    }

    /// <summary>Starts another process on the same store without stopping this one, as after a crash; the caller disposes the old one.</summary>
    public async Task<OmniTestHost> CrashAsync()
    {
        var old = Host;
        await StartAsync();
        return old;
    }

    public Task SayAsync(FakeChannel channel, string from, string text) => channel.ReceiveAsync(from, text, NextId());

    public async Task SignalAsync(FakeChannel channel, string from, SignalKind kind, string? session = null)
    {
        IReadOnlyList<IdentifierEvidence> evidence = from.StartsWith('+')
            ? [new() { Identifier = Identifier.Phone(from), Assurance = Assurance.Observed, Source = "caller-id" }]
            : [];
        await channel.DeliverAsync(new SignalReceived
        {
            DedupeKey = NextId(),
            Sender = from,
            OccurredAt = Time.GetUtcNow(),
            Signal = kind,
            SessionId = session,
            Evidence = evidence,
        });
        await Host.SettleAsync();
    }

    public Task ReceiptAsync(FakeChannel channel, string providerId, ReceiptKind kind, SendError? error = null) => channel.DeliverAsync(new DeliveryReceiptReceived
    {
        DedupeKey = NextId(),
        Sender = "",
        OccurredAt = Time.GetUtcNow(),
        Receipt = kind,
        ProviderMessageId = providerId,
        Error = error,
    });

    /// <summary>The one offer on an agent's desk, accepted.</summary>
    public async Task<ConversationId> AcceptAsync(AgentId agent)
    {
        var offer = Assert.Single((await Host.DeskAsync(agent)).Offers);
        Assert.True((await Omni.Agents.AcceptAsync(agent, offer.Id)).Accepted);
        await Host.SettleAsync();
        return offer.Conversation.Id;
    }

    public async Task<Decision> ReplyAsync(AgentId agent, ConversationId conversation, string text)
    {
        var decision = await Omni.Agents.ReplyAsync(agent, conversation, new TextContent(text));
        await Host.SettleAsync();
        return decision;
    }

    public async Task<ConversationView> ViewAsync(ConversationId conversation)
    {
        await Host.SettleAsync();
        return Assert.IsType<ConversationView>(await Omni.Conversations.GetAsync(conversation, Locale.English));
    }

    public async Task<IReadOnlyList<TimelineEntry>> TimelineAsync(ConversationId conversation) =>
        await Omni.Conversations.TimelineAsync(conversation).ToListAsync();

    /// <summary>
    /// Moves the clock step by step until something is done, and gives it time to be done after each: a clock that ran ahead would end other
    /// waits as well.
    /// </summary>
    public async Task MoveUntilAsync(Task done, TimeSpan step)
    {
        while (!done.IsCompleted)
        {
            try
            {
                await done.WaitAsync(TimeSpan.FromMilliseconds(10));
            }
            catch (TimeoutException)
            {
                Time.Advance(step);
            }
        }

        await done;
    }

    public async ValueTask DisposeAsync() => await Host.DisposeAsync();

    private string NextId() => "event-" + Interlocked.Increment(ref _events);

    private async Task StartAsync()
    {
        FakeChannel chat = null!, sms = null!, mail = null!, phone = null!;
        Host = await OmniTestHost.StartAsync(
            omni =>
            {
                omni.Services.AddSingleton<IEngineStore>(Store);
                omni.Services.AddSingleton<IReadStore>(Store);
                omni.Services.AddSingleton<IWorkspaceLeases>(Store);
                omni.AddFakeChannel("web-chat", out chat, ChatCapabilities)
                    .AddFakeChannel("sms", out sms, SmsAs)
                    .AddFakeChannel("email", out mail, MailCapabilities)
                    .AddFakeChannel("voice", out phone, PhoneCapabilities);
                _configure?.Invoke(omni);
                if (!omni.Services.Any(s => s.ServiceType == typeof(QueueOptions)))
                {
                    omni.AddQueue("general");
                }
            },
            Time);
        (Chat, Sms, Mail, Phone) = (chat, sms, mail, phone);
    }
}
