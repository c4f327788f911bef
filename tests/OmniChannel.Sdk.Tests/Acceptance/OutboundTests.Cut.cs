using Microsoft.Extensions.DependencyInjection;
using OmniChannel.Fakes;

namespace OmniChannel.Acceptance;

/// <summary>Calls that are cut off: by a provider that answers late or never, by a stop of the process, and between the parts of a message.</summary>
public sealed partial class OutboundTests
{
    [Fact]
    public async Task P2_ReceiptDuringACallWhoseAnswerNeverComes_SaysThatItWasTaken()
    {
        await using var desk = await TestDesk.OpenAsync();
        var (agent, id) = await TalkAsync(desk, (_, _) => null, []);
        var calls = 0;
        desk.Sms.OnSend = async (_, _) =>
        {
            calls++;
            await desk.Sms.DeliverAsync(Receipt(desk, "never told", ReceiptKind.Delivered));
            return SendResult.Failed(SendErrorKind.Ambiguous);
        };
        await desk.ReplyAsync(agent, id, "hello");
        Assert.Equal((DeliveryState.Delivered, 1), (await StateAsync(desk, id), calls));

        await desk.ReceiptAsync(desk.Sms, "never told", ReceiptKind.Read);
        Assert.Equal(DeliveryState.Read, await StateAsync(desk, id));
    }

    [Fact]
    public async Task P6_StopBetweenTwoParts_HoldsTheRest()
    {
        await using var desk = await TestDesk.OpenAsync(sms: TestDesk.SmsCapabilities with { Text = new(10, LimitUnit.Characters) });
        var (agent, id) = await TalkAsync(desk, (_, _) => null, []);
        var sent = new List<string>();
        desk.Sms.OnSend = async (message, _) =>
        {
            sent.Add(message.Contents[0].Preview);
            await desk.Sms.DeliverAsync(new ConsentChanged { DedupeKey = "stop", Sender = Mobile, OccurredAt = desk.Time.GetUtcNow(), Granted = false, Source = "stop" });
            return SendResult.Sent();
        };
        await desk.ReplyAsync(agent, id, "one two three four");

        Assert.Single(sent);
        Assert.Equal(DeliveryState.Held, await StateAsync(desk, id));
    }

    [Fact]
    public async Task P2_FailureOfTheFirstPart_IsNotForgotten()
    {
        await using var desk = await TestDesk.OpenAsync(sms: TestDesk.SmsCapabilities with { Text = new(10, LimitUnit.Characters) });
        var (agent, id) = await TalkAsync(desk, (_, _) => null, []);
        var first = "";
        desk.Sms.OnSend = async (message, _) =>
        {
            if (first.Length > 0)
            {
                await desk.Sms.DeliverAsync(Receipt(desk, "sent-" + first, ReceiptKind.Failed));
            }

            first = first.Length == 0 ? message.IdempotencyKey : first;
            return SendResult.Sent();
        };
        await desk.ReplyAsync(agent, id, "one two three four");
        Assert.Equal(DeliveryState.Failed, await StateAsync(desk, id));
    }

    [Fact]
    public async Task P2_OrderlyStop_LeavesNothingUnknown()
    {
        await using var desk = await TestDesk.OpenAsync();
        var (agent, id) = await TalkAsync(desk, (_, _) => null, []);
        var (sent, answer) = (new List<string>(), new TaskCompletionSource());
        desk.Sms.OnSend = async (message, _) =>
        {
            sent.Add(message.Contents[0].Preview);
            await answer.Task;
            return SendResult.Sent();
        };
        await desk.Omni.Agents.ReplyAsync(agent, id, new TextContent("under way"));
        await desk.Omni.Agents.ReplyAsync(agent, id, new TextContent("behind it"));
        var restart = desk.RestartAsync();
        answer.SetResult();
        await restart;
        await desk.Host.AdvanceAsync(TimeSpan.FromMinutes(2));

        Assert.Equal(["under way", "behind it"], sent.Concat(desk.Sms.SentTexts));
        Assert.All(
            (await desk.ViewAsync(id)).Entries.Where(e => e is { Kind: EntryKind.Message, Author: ParticipantKind.Agent }),
            e => Assert.Equal(DeliveryState.Sent, e.Delivery));
    }

    [Fact]
    public async Task AccountRemoved_ConversationGoesOn()
    {
        await using var desk = await TestDesk.OpenAsync();
        var (agent, id) = await TalkAsync(desk, (_, _) => null, []);
        await using var later = await OmniTestHost.StartAsync(
            omni =>
            {
                omni.Services.AddSingleton<IEngineStore>(desk.Store);
                omni.Services.AddSingleton<IReadStore>(desk.Store);
                omni.Services.AddSingleton<IWorkspaceLeases>(desk.Store);
                omni.AddFakeChannel("email", out _, TestDesk.MailCapabilities).AddQueue("general");
            },
            desk.Time);

        Assert.Equal("sms", Assert.Single((await later.DeskAsync(agent)).Conversations).Legs[0].DisplayName);
        var decision = await later.Omni.Agents.ReplyAsync(agent, id, new TextContent("are you there?"));
        await later.SettleAsync();
        Assert.True(decision.Accepted || decision.Code == "reply.no-channel", decision.Code);
        Assert.Equal("are you there?", (await later.DeskAsync(agent)).Conversations[0].Entries[^1].Text);
    }
}
