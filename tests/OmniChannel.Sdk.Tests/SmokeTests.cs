using OmniChannel.Channels;
using OmniChannel.Content;
using OmniChannel.Routing;
using OmniChannel.Testing;

namespace OmniChannel.Tests;

public sealed class SmokeTests
{
    [Fact]
    public async Task Message_ReachesAgent_AndReplyGoesBack()
    {
        await using var host = await OmniTestHost.StartAsync(omni => omni.AddQueue("general").AddFakeChannel("sms", out _));
        var sms = host.Services.GetService(typeof(FakeChannel)) as FakeChannel;
        var agent = await host.SignInAsync("agent-a", "ja");
        await sms!.ReceiveAsync("+819012345678", "まだ届きません");
        var desk = await host.DeskAsync(agent);
        var offer = Assert.Single(desk.Offers);
        Assert.Equal("まだ届きません", offer.Conversation.OpenQuestion);
        Assert.True((await host.Omni.Agents.AcceptAsync(agent, offer.Id)).Accepted);
        Assert.True((await host.Omni.Agents.ReplyAsync(agent, offer.Conversation.Id, new TextContent("確認します"))).Accepted);
        await host.SettleAsync();
        Assert.Equal(["確認します"], sms.SentTexts);
        desk = await host.DeskAsync(agent);
        Assert.Empty(desk.Offers);
        Assert.Single(desk.Conversations);
    }

    [Fact]
    public async Task Offer_NotAccepted_Expires()
    {
        await using var host = await OmniTestHost.StartAsync(omni => omni.AddQueue("general").AddFakeChannel("sms", out _));
        var sms = host.Services.GetService(typeof(FakeChannel)) as FakeChannel;
        var agent = await host.SignInAsync("agent-a", "ja");
        await sms!.ReceiveAsync("+819012345678", "hello");
        Assert.Single((await host.DeskAsync(agent)).Offers);
        await host.AdvanceAsync(TimeSpan.FromSeconds(31));
        Assert.Empty((await host.DeskAsync(agent)).Offers);
        await host.AdvanceAsync(TimeSpan.FromSeconds(61));
        Assert.Single((await host.DeskAsync(agent)).Offers);
    }
}
