using System.Globalization;
using OmniChannel.Conversations;
using OmniChannel.Engagement.Engine;
using OmniChannel.Engagement.Inputs;

namespace OmniChannel.Engagement.State;

/// <summary>
/// The same day in two engines: one in which customers are merged and that undone, and a plain one in which that never happened and in which each
/// answer is given in the conversation of the address that it went to.
/// </summary>
internal sealed class UndoRun(int seed, EngineRig merging, EngineRig plain)
{
    // Each has two addresses, the second not used at first.
    private static readonly (ChannelAccountId Account, string Sender)[][] People =
    [
        [(RigRules.Sms, "+819000000011"), (RigRules.Mail, "one@example.com")],
        [(RigRules.Chat, "visitor-2"), (RigRules.Sms, "+819000000012")],
        [(RigRules.Mail, "three@example.com"), (RigRules.Chat, "visitor-3")],
    ];

    // Whom each was before any merge.
    private readonly List<CustomerId> _first = [];
    private readonly HashSet<int> _merged = [];
    private readonly Random _random = new(seed);
    private int _events;

    /// <summary>How many comparisons were made of one who had been merged before.</summary>
    public int Compared { get; private set; }

    public async Task RunAsync(int people, int steps)
    {
        for (var person = 0; person < people; person++)
        {
            IReadOnlyList<Identifier> addresses = [.. People[person].Select(a => Identifier.Address(new() { Account = a.Account, SenderId = a.Sender }))];
            await BothAsync(new ImportCommand { Source = "shop-" + person, Record = new() { ExternalId = "m", Identifiers = addresses } });
        }

        foreach (var person in Enumerable.Range(0, people).OrderBy(_ => _random.Next()))
        {
            await SayAsync(person, People[person][0]);
        }

        _first.AddRange(Enumerable.Range(0, people).Select(p => CustomerOf(merging, p)));
        for (var step = 0; step < steps; step++)
        {
            Pass();
            await StepAsync(step == steps / 2 ? 0 : _random.Next(people), people, step == steps / 2);
            Compare(people);
        }

        for (var person = 0; person < 2 * people; person++)
        {
            await merging.RunAsync(new UndoMergeCommand { Joined = _first[person % people] });
        }

        Compare(people);
    }

    private async Task StepAsync(int person, int people, bool merges)
    {
        var other = merges ? 1 : _random.Next(people);
        switch (merges ? 10 : _random.Next(12))
        {
            case < 5:
                await SayAsync(person, People[person][_random.Next(2)]);
                break;
            case < 8:
                await AnswerAsync(person);
                break;
            case 8:
                await TellAsync(person, new() { Slot = "slot-" + _random.Next(3), Text = "value-" + _events++ });
                break;
            case 9:
                await TellAsync(person, new());
                break;
            case 10 when person != other && CustomerOf(merging, person) != CustomerOf(merging, other):
                _merged.UnionWith([person, other]);
                await merging.RunAsync(new VerdictCommand { First = _first[person], Second = _first[other], Verdict = VerdictKind.Together });
                break;
            case 11 when person != other && CustomerOf(merging, person) == CustomerOf(merging, other):
                await merging.RunAsync(new UndoMergeCommand { Joined = _first[person] });
                break;
        }
    }

    private Task SayAsync(int person, (ChannelAccountId Account, string Sender) from)
    {
        var key = string.Create(CultureInfo.InvariantCulture, $"event-{++_events}");
        var said = new MessageReceived
        {
            DedupeKey = key,
            Sender = from.Sender,
            OccurredAt = merging.Now,
            Content = [new TextContent($"{person} says {key}")],
            Subject = from.Account == RigRules.Mail ? key : null,
            ReplyHandle = _random.Next(2) == 0 ? new() { Value = key, SingleUse = _random.Next(2) == 0 } : null,
            IsAutomatic = _random.Next(8) == 0,
        };
        return BothAsync(new ChannelInput { Account = from.Account, Event = said });
    }

    /// <summary>Whose address the answer went to is seen by its leg.</summary>
    private async Task AnswerAsync(int person)
    {
        await merging.RunAsync(new AnswerInput { Conversation = ConversationOf(merging, person).Id });
        await plain.RunAsync(new AnswerInput { Conversation = ConversationOf(plain, PersonOf(ConversationOf(merging, person).CurrentLeg!)).Id });
    }

    /// <summary>What a bot learns and asks for is of the one who spoke last.</summary>
    private async Task TellAsync(int person, AnswerInput told)
    {
        var conversation = ConversationOf(merging, person);
        if (conversation.InboundLeg < 0)
        {
            return;
        }

        told = told with { Learns = true };
        await merging.RunAsync(told with { Conversation = conversation.Id });
        await plain.RunAsync(told with { Conversation = ConversationOf(plain, PersonOf(conversation.Legs[conversation.InboundLeg])).Id });
    }

    private void Compare(int people)
    {
        for (var person = 0; person < people; person++)
        {
            var customer = CustomerOf(merging, person);
            if (Enumerable.Range(0, people).Count(p => CustomerOf(merging, p) == customer) > 1)
            {
                continue;
            }

            var (expected, actual) = (Text(ConversationOf(plain, person)), Text(ConversationOf(merging, person)));
            Assert.True(expected == actual, $"person {person} after {_events} events\n- {expected}\n+ {actual}");
            Compared += _merged.Contains(person) ? 1 : 0;
        }
    }

    private void Pass()
    {
        var passes = TimeSpan.FromSeconds(_random.Next(1, 400));
        merging.Now += passes;
        plain.Now += passes;
    }

    private async Task BothAsync(EngineInput input)
    {
        await merging.RunAsync(input);
        await plain.RunAsync(input);
    }

    private static int PersonOf(LegState leg) => Array.FindIndex(People, p => p.Contains((leg.Account, leg.SenderId)));

    private static CustomerId AtomOf(EngineRig rig, int person)
    {
        var (account, sender) = People[person][0];
        return new(rig.State.Identity.AtomOf(rig.State.Identity.KeyOf(Identifier.Address(new() { Account = account, SenderId = sender }))!.Value));
    }

    private static CustomerId CustomerOf(EngineRig rig, int person) => rig.State.Identity.Resolve(AtomOf(rig, person).Value);

    private static ConversationState ConversationOf(EngineRig rig, int person)
    {
        var open = rig.State.ConversationsOf(CustomerOf(rig, person)).Where(c => c.IsOpen).ToList();
        Assert.True(open.Count == 1, $"person {person} has {open.Count} open conversations");
        return open[0];
    }

    private static string Text(ConversationState c) => string.Create(CultureInfo.InvariantCulture, $"""
        need {c.Need}; asked twice {c.AskedTwice}; repeats {c.RepeatContacts}; waits since {c.UnansweredSince:O}; first answer {c.FirstResponseAt:O}; last {c.LastInboundAt:O}
        by {c.InboundLeg} of {string.Join(' ', c.Legs.Select(l => l.Address))}; subject {c.Thread?.Subject}; handle {c.ReplyHandle?.Value}; {string.Join(' ', c.Slots.Select(s => s.Name + "=" + s.Value))}
        """);
}
