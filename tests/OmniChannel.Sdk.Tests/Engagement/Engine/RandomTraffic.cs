using System.Globalization;
using OmniChannel.Engagement.Effects;
using OmniChannel.Engagement.Inbound;
using OmniChannel.Engagement.Inputs;

namespace OmniChannel.Engagement.Engine;

/// <summary>A busy day made of chance: customers on four channels, agents, a bot, providers that fail, duplicates and poison.</summary>
internal sealed partial class RandomTraffic(int seed, EngineRig rig)
{
    private static readonly AgentId[] Agents = [new("agent-a"), new("agent-b"), new("agent-c")];
    private readonly Random _random = new(seed);
    private readonly List<ChannelInput> _taken = [];
    private readonly List<string> _providerIds = [];
    private readonly List<string> _sessions = [];
    private int _events;
    private int _work;

    /// <summary>Called after each input.</summary>
    public Action<EngineInput, InputOutcome>? After { get; init; }

    /// <summary>Runs steps one input at a batch and gives what was run.</summary>
    public async Task<IReadOnlyList<TrafficStep>> RunAsync(int count)
    {
        var steps = new List<TrafficStep>();
        for (var i = 0; i < count; i++)
        {
            if (_random.Next(20) == 0)
            {
                var passes = TimeSpan.FromSeconds(_random.Next(1, 90));
                rig.Now += passes;
                steps.Add(new() { Passes = passes });
            }

            var input = Next();
            steps.Add(new() { Input = input });
            var outcomes = await rig.RunAsync(input);
            After?.Invoke(input, outcomes[0]);
        }

        return steps;
    }

    private EngineInput Next() => _random.Next(100) switch
    {
        < 25 => Result() ?? Message(),
        < 50 => Message(),
        < 56 when _taken.Count > 0 => _taken[_random.Next(_taken.Count)],
        < 64 => Signal(),
        < 68 => Receipt(),
        < 70 => Consent(),
        < 91 => Agent(),
        < 93 => Import(),
        < 97 => Apart(),
        < 98 => new PoisonInput(),
        _ => HalfPoison(),
    };

    private ChannelInput Take(ChannelAccountId account, Func<string, ChannelEvent> make, bool asks = false)
    {
        var key = string.Create(CultureInfo.InvariantCulture, $"event-{++_events}");
        var hash = rig.State.Hasher.Hash("inbox:" + account, key);
        var input = new ChannelInput { Account = account, Event = make(key), Inbox = new(hash.High, hash.Low), ExpectsInstructions = asks };
        _taken.Add(input);
        return input;
    }

    private ChannelInput Message() => _random.Next(3) switch
    {
        0 => Take(RigRules.Sms, k => Text(k, Phone(), Said(), Observed(Identifier.Phone))),
        1 => Take(RigRules.Mail, k => Text(k, Email(), Said(), Observed(Identifier.Email)) with
        {
            ProviderMessageId = "mail-" + k,
            Subject = "order",
            ReplyTo = _providerIds.Count > 0 && _random.Next(2) == 0 ? [Any(_providerIds)] : [],
        }),
        _ => Take(RigRules.Chat, k => Text(k, "visitor-" + _random.Next(4), Said(), null)),
    };

    private static MessageReceived Text(string key, string sender, string text, Func<string, IdentifierEvidence>? evidence) => new()
    {
        DedupeKey = key,
        Sender = sender,
        OccurredAt = new(2026, 4, 1, 11, 59, 0, TimeSpan.Zero),
        Content = [new TextContent(text)],
        Evidence = evidence is null ? [] : [evidence(sender)],
    };

    private static Func<string, IdentifierEvidence> Observed(Func<string, Identifier> identifier) =>
        s => new() { Identifier = identifier(s), Assurance = Assurance.Observed, Source = "sender" };

    private string Said() => _random.Next(4) switch { 0 => "1", 1 => "123456", 2 => "where is my order?", _ => "a long message that needs more parts than one to be sent" };

    private string Phone() => "+8190000000" + _random.Next(10, 14);

    private string Email() => "c" + _random.Next(4) + "@example.com";

    private T Any<T>(IReadOnlyList<T> from) => from[_random.Next(from.Count)];

    private ChannelInput Signal()
    {
        if (_random.Next(3) == 0)
        {
            var kind = _random.Next(2) == 0 ? SignalKind.Joined : SignalKind.Left;
            return Take(RigRules.Chat, k => Signal(k, "visitor-" + _random.Next(4), kind, null, []));
        }

        if (_sessions.Count == 0 || _random.Next(4) == 0)
        {
            _sessions.Add("call-" + _sessions.Count);
            var from = Phone();
            return Take(RigRules.Voice, k => Signal(k, from, SignalKind.CallStarted, _sessions[^1], [Observed(Identifier.Phone)(from)]), asks: true);
        }

        SignalKind[] kinds = [SignalKind.CallPolled, SignalKind.CallConnected, SignalKind.CallUnanswered, SignalKind.CallEnded];
        var signal = Any(kinds);
        return Take(RigRules.Voice, k => Signal(k, Phone(), signal, Any(_sessions), []), asks: signal == SignalKind.CallPolled || signal == SignalKind.CallUnanswered);
    }

    private static SignalReceived Signal(string key, string sender, SignalKind kind, string? session, IReadOnlyList<IdentifierEvidence> evidence) => new()
    {
        DedupeKey = key,
        Sender = sender,
        OccurredAt = new(2026, 4, 1, 12, 0, 0, TimeSpan.Zero),
        Signal = kind,
        SessionId = session,
        Evidence = evidence,
    };

    private ChannelInput Receipt() => Take(_random.Next(2) == 0 ? RigRules.Sms : RigRules.Mail, k => new DeliveryReceiptReceived
    {
        DedupeKey = k,
        Sender = "",
        OccurredAt = new(2026, 4, 1, 12, 0, 0, TimeSpan.Zero),
        ProviderMessageId = _providerIds.Count == 0 ? "nobody" : Any(_providerIds),
        Receipt = (ReceiptKind)_random.Next(5),
    });

    private ChannelInput Consent() => Take(RigRules.Sms, k => new ConsentChanged
    {
        DedupeKey = k,
        Sender = Phone(),
        OccurredAt = new(2026, 4, 1, 12, 0, 0, TimeSpan.Zero),
        Granted = _random.Next(2) == 0,
        Source = "keyword",
    });

    /// <summary>Throws after its first content was taken.</summary>
    private ChannelInput HalfPoison() => Take(RigRules.Sms, k => Text(k, Phone(), "fine so far", Observed(Identifier.Phone)) with { Content = [new TextContent("fine"), null!] });

    private ImportCommand Import() => new()
    {
        Source = "shop",
        Record = new()
        {
            ExternalId = "member-" + _random.Next(3),
            Name = new() { Family = "山田", Given = "花子" },
            Identifiers = [Identifier.Phone(Phone()), Identifier.Email(Email())],
        },
    };

    private EngineInput Apart()
    {
        var atoms = rig.State.Identity.Atoms.Keys.Order().ToList();
        return atoms.Count < 2 ? Message() : Decision(new(Any(atoms)), new(Any(atoms)));
    }

    private EngineInput Decision(CustomerId first, CustomerId second) => _random.Next(11) switch
    {
        < 3 => new VerdictCommand { First = first, Second = second, Verdict = (VerdictKind)_random.Next(3), DryRun = _random.Next(6) == 0, By = "agent-a" },
        3 => new UndoMergeCommand { Joined = first },
        4 => new DetachCommand { Customer = first, Identifier = Identifier.Phone(Phone()), DryRun = _random.Next(3) == 0 },
        5 => new LinkingCommand { Identifier = Identifier.Email(Email()), Allowed = _random.Next(2) == 0 },
        9 => new ReviewCommand { First = first, Second = second },
        10 => new DeviceCommand { Customer = first, Device = new() { Id = "d-" + _random.Next(3) }, IsGone = _random.Next(3) == 0 },
        6 => new ForgetRecordCommand { Source = "shop", ExternalId = "member-" + _random.Next(3) },
        _ => new TraitCommand { Customer = first, Source = "crm", Traits = [new() { Name = "size", Value = "2" + _random.Next(3) }], IsTakenBack = _random.Next(4) == 0 },
    };

    private List<FoundMatch> Alike(long atom)
    {
        var others = rig.State.Identity.Atoms.Keys.Where(a => a != atom && rig.State.Identity.TypeOf(rig.State.Identity.Atoms.Get(a).Key).Name.StartsWith("record:", StringComparison.Ordinal));
        return [.. others.Order().Where(_ => _random.Next(2) == 0).Select(a => new FoundMatch { Other = a, Bits = _random.Next(20), Threshold = 8, Probability = 0.9, IsMatch = _random.Next(3) == 0, Bars = [] })];
    }

    private EngineInput? Result()
    {
        if (_work >= rig.Work.Count)
        {
            return null;
        }

        var work = rig.Work[_work++];
        if (work.Message is { } message)
        {
            _providerIds.Add($"p-{message.Id}-{message.Attempt}");
            return new SendResultInput { Message = message.Id, Attempt = message.Attempt, Result = Sent(_providerIds[^1]) };
        }

        return Done(work.Effect!);
    }

    private SendResult Sent(string id) => _random.Next(12) switch
    {
        0 => SendResult.Failed(SendErrorKind.Transient),
        1 => SendResult.Failed(SendErrorKind.Ambiguous),
        2 => SendResult.Failed(new SendError { Kind = SendErrorKind.Throttled, RetryAfter = TimeSpan.FromSeconds(20) }),
        3 => SendResult.Failed(SendErrorKind.Permanent),
        4 => SendResult.Failed(SendErrorKind.OptedOut),
        _ => SendResult.Sent(id),
    };

    private EffectResultInput Done(EffectState effect)
    {
        var done = new EffectResultInput { Effect = effect.Id, Attempt = effect.Attempt };
        return _random.Next(10) == 0 ? done with { Failure = "failed" } : effect.Kind switch
        {
            EffectKind.BotTurn => done with { BotReply = Reply() },
            EffectKind.CustomerLookup when _random.Next(2) == 0 => done with { Records = [new() { Source = "shop", Record = Import().Record }] },
            EffectKind.Matching => done with { Matches = Alike(effect.Atom) },
            EffectKind.OneTimeCode => done with { CodeHash = OneTimeCode.Hash(rig.State.Hasher, effect.Id, "123456") },
            _ => done,
        };
    }
}
