using OmniChannel.Fakes;

namespace OmniChannel.Acceptance;

/// <summary>Row D2 of the requirements: whoever has the mail gets the call.</summary>
public sealed class AffinityTests
{
    private const string Mobile = "+819011112222";

    [Fact]
    public async Task D2_CallerWithAMailOpen_RingsWithItsAgentWhoSeesTheThread()
    {
        await using var desk = await OpenAsync();
        var (other, owner, id) = await MailTakenAsync(desk);

        await desk.SignalAsync(desk.Phone, Mobile, SignalKind.CallStarted, "CA1");

        Assert.Empty((await desk.Host.DeskAsync(other)).Offers);
        var offer = Assert.Single((await desk.Host.DeskAsync(owner)).Offers);
        Assert.Equal((id, true), (offer.Conversation.Id, offer.IsCall));
        Assert.Contains(offer.Conversation.Entries, e => e.Text == "my shoes are late");
    }

    [Fact]
    public async Task D2_CallerWhoseAgentIsAway_RingsWithAnother()
    {
        await using var desk = await OpenAsync();
        var (other, owner, id) = await MailTakenAsync(desk);
        await desk.Omni.Agents.SetPresenceAsync(owner, Presence.Away);
        await desk.Host.SettleAsync();

        await desk.SignalAsync(desk.Phone, Mobile, SignalKind.CallStarted, "CA1");
        await desk.Host.AdvanceAsync(TimeSpan.Zero);

        var offer = Assert.Single((await desk.Host.DeskAsync(other)).Offers);
        Assert.Equal((id, true), (offer.Conversation.Id, offer.IsCall));
        Assert.Contains(offer.Conversation.Entries, e => e.Text == "my shoes are late");
    }

    private static async Task<(AgentId Other, AgentId Owner, ConversationId Id)> MailTakenAsync(TestDesk desk)
    {
        var owner = await desk.Host.SignInAsync("owner");
        await desk.SayAsync(desk.Mail, "h@example.com", "my shoes are late");
        var id = await desk.AcceptAsync(owner);
        desk.Time.Advance(TimeSpan.FromMinutes(5));

        // Idle longer than the owner, so that only the mail speaks for the owner.
        var other = await desk.Host.SignInAsync("other");
        return (other, owner, id);
    }

    private static async Task<TestDesk> OpenAsync()
    {
        var desk = await TestDesk.OpenAsync();
        var mail = Identifier.Address(new() { Account = desk.Mail.Account, SenderId = "h@example.com" });
        await desk.Omni.Customers.ImportAsync("shop", TestSource.Hanako with { Identifiers = [Identifier.Phone(Mobile), mail] });
        return desk;
    }
}
