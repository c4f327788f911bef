using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using OmniChannel.Fakes;

namespace OmniChannel.Acceptance;

/// <summary>What goes wrong in one place stays there: a command, a customer source, a bot, another brand.</summary>
public sealed class FaultTests
{
    private const string Mobile = "+819011112222";

    [Fact]
    public async Task Command_ThatCannotBeWritten_FailsAloneAndEveryTime()
    {
        await using var desk = await TestDesk.OpenAsync();
        await desk.SayAsync(desk.Sms, Mobile, "hello");
        var nowhere = new SendRequest
        {
            To = Identifier.Phone(Mobile),
            Content = new LocationContent { Latitude = double.NaN, Longitude = 0 },
            Purpose = MessagePurpose.Service,
            IdempotencyKey = "k1",
        };

        for (var i = 0; i < 2; i++)
        {
            var failing = desk.Omni.Messages.SendAsync(nowhere);
            var beside = desk.SayAsync(desk.Sms, "+819033334444", "hello");
            await Assert.ThrowsAsync<InputPoisonedException>(() => failing);
            await beside;
        }

        await desk.Host.SettleAsync();
        Assert.Empty(desk.Sms.Sent);
        Assert.True((await desk.Omni.Messages.SendAsync(nowhere with { Content = new TextContent("here") })).Accepted);
        await desk.Host.SettleAsync();
        Assert.Equal(["here"], desk.Sms.SentTexts);
    }

    [Fact]
    public async Task CustomerSource_ThatFails_TakesNothingFromTheOthers()
    {
        await using var desk = await TestDesk.OpenAsync(omni => omni.AddQueue("general").AddCustomerSource<BrokenSource>().AddCustomerSource<TestSource>());
        var agent = await desk.Host.SignInAsync("agent-a");
        await desk.SignalAsync(desk.Phone, Mobile, SignalKind.CallStarted, "call-1");

        Assert.Equal("山田 花子", Assert.Single((await desk.Host.DeskAsync(agent)).Offers).Conversation.Customer!.Name);
    }

    [Fact]
    public async Task Bot_WrittenToFasterThanItAnswers_HandsOver()
    {
        var never = new TaskCompletionSource<BotReply>();
        await using var desk = await BotDesk.OpenAsync(new() { OnTurn = (_, _) => new(never.Task) });
        var agent = await desk.Host.SignInAsync("agent-a");
        for (var i = 0; i < 40; i++)
        {
            await desk.SayAsync(desk.Chat, "v1", "and another thing " + i);
        }

        var offer = await OfferAsync(desk, agent);
        Assert.Contains(offer.Conversation.Entries, e => e.Reason == "The customer wrote faster than the bot answered, so people take over.");
        never.SetResult(new() { Actions = [] });
    }

    [Fact]
    public async Task Send_ToAnAddressOfSeveralCustomers_IsRefused()
    {
        await using var desk = await TestDesk.OpenAsync();
        for (var i = 0; i < 25; i++)
        {
            await desk.Omni.Customers.ImportAsync("shop", new()
            {
                ExternalId = "m-" + i,
                Name = new() { Family = "F" + i },
                Identifiers = [Identifier.Phone(Mobile)],
                ChangedAt = desk.Time.GetUtcNow(),
            });
        }

        var decision = await desk.Omni.Messages.SendAsync(
            new() { To = Identifier.Phone(Mobile), Content = new TextContent("hello"), Purpose = MessagePurpose.Service, IdempotencyKey = "k1" });
        Assert.Equal("send.shared-address", decision.Code);
        Assert.Null(await desk.Omni.Customers.FindAsync(Identifier.Phone(Mobile)));
    }

    [Fact]
    public async Task P9_HandlersAndSources_BelongToOneWorkspace()
    {
        var seen = new ConcurrentQueue<OmniEvent>();
        FakeChannel mine = null!, theirs = null!;
        await using var host = await OmniTestHost.StartAsync(omni =>
        {
            omni.Services.AddSingleton(seen);
            omni.AddFakeChannel("sms", out mine, TestDesk.SmsCapabilities)
                .AddFakeChannel("brand-b", out theirs, TestDesk.SmsCapabilities, "brand-b")
                .AddQueue("general")
                .AddEventHandler<EventLog>("log")
                .AddCustomerSource<TestSource>();
        });
        theirs.Connect(host.Omni.Workspace(new("brand-b")).Inbound);
        foreach (var channel in new[] { theirs, mine })
        {
            await channel.DeliverAsync(new MessageReceived
            {
                DedupeKey = "1",
                Sender = Mobile,
                OccurredAt = host.Time.GetUtcNow(),
                Content = [new TextContent("hello")],
                Evidence = [new() { Identifier = Identifier.Phone(Mobile), Assurance = Assurance.Observed, Source = "sender" }],
            });
            await host.SettleAsync();
        }

        Assert.Null(await host.Omni.Workspace(new("brand-b")).Customers.FindAsync(Identifier.Email("hanako@example.com")));
        Assert.NotNull(await host.Omni.Customers.FindAsync(Identifier.Email("hanako@example.com")));
        using var limit = new CancellationTokenSource(TestTimeouts.Default);
        while (seen.IsEmpty)
        {
            limit.Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }

        Assert.All(seen.ToArray(), e => Assert.Equal(new("default"), e.Workspace));
    }

    private static async Task<OmniChannel.Routing.OfferView> OfferAsync(TestDesk desk, AgentId agent)
    {
        using var limit = new CancellationTokenSource(TestTimeouts.Default);
        while (true)
        {
            limit.Token.ThrowIfCancellationRequested();
            if ((await desk.Omni.Agents.DeskAsync(agent, Locale.English)).Offers is [var offer, ..])
            {
                return offer;
            }

            await Task.Yield();
        }
    }
}
