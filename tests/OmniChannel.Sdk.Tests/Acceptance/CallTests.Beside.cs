using Microsoft.Extensions.DependencyInjection;
using OmniChannel.Fakes;
using OmniChannel.Hosting;

namespace OmniChannel.Acceptance;

/// <summary>More than one call of one customer, and calls whose end is never told.</summary>
public sealed partial class CallTests
{
    private const string Office = "+81312345678";
    private static readonly ChannelAccountId Other = new(new("tel"), "other");

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Merge_OfTwoWhoAreBothOnThePhone_LosesNeitherCall(bool speaks)
    {
        var options = new WebhookDoubleOptions();
        await using var desk = await OpenAsync(options);
        await PostAsync(desk, options, "CA1", SignalKind.CallStarted);
        await desk.Host.AdvanceAsync(TimeSpan.FromSeconds(1));
        await PostAsync(desk, options, "CA2", SignalKind.CallStarted, Office);
        var first = (await desk.Omni.Customers.FindAsync(Identifier.Phone(Mobile)))!.Value;
        var second = (await desk.Omni.Customers.FindAsync(Identifier.Phone(Office)))!.Value;

        Assert.True((await desk.Omni.Customers.Identity.MergeAsync(first, second)).Accepted);
        await desk.Host.SettleAsync();

        Assert.Equal("wait 1 ", await PostAsync(desk, options, "CA1", SignalKind.CallPolled));
        Assert.Equal("wait 2 ", await PostAsync(desk, options, "CA2", SignalKind.CallPolled, Office));
        if (speaks)
        {
            Assert.Equal("wait 2 ", await SpeakAsync(desk, options, "CA2", "from the office", Office));
            Assert.Equal("wait 1 ", await SpeakAsync(desk, options, "CA1", "from the mobile"));
        }

        await PostAsync(desk, options, "CA2", SignalKind.CallEnded, Office);
        await PostAsync(desk, options, "CA1", SignalKind.CallEnded);
        Assert.Equal(1, desk.Omni.Routing.Floor().Open);
    }

    [Fact]
    public async Task SecondCall_OnAnotherLine_LeavesTheFirstAlone()
    {
        var (options, other) = (new WebhookDoubleOptions(), new WebhookDoubleOptions());
        await using var desk = await TestDesk.OpenAsync(omni =>
        {
            AddPhone(omni, options);
            omni.AddChannel<WebhookDouble, WebhookDoubleOptions>("tel", "other", new() { Configure = o => o.Script = other });
        });
        await PostAsync(desk, options, "CA1", SignalKind.CallStarted);
        await PostAsync(desk, other, "CA2", SignalKind.CallStarted, account: Other);

        Assert.Equal("wait 1 ", await PostAsync(desk, options, "CA1", SignalKind.CallPolled));
        Assert.Equal("wait 2 ", await PostAsync(desk, other, "CA2", SignalKind.CallPolled, account: Other));
    }

    [Fact]
    public async Task Close_OfACallWhoseEndWasNeverTold_EndsIt()
    {
        var options = new WebhookDoubleOptions();
        await using var desk = await OpenAsync(options);
        var agent = await desk.Host.SignInAsync("agent-a");
        await PostAsync(desk, options, "CA1", SignalKind.CallStarted);
        var id = await desk.AcceptAsync(agent);
        await PostAsync(desk, options, "CA1", SignalKind.CallConnected);

        await desk.Omni.Agents.CloseAsync(agent, id);
        await desk.Host.SettleAsync();

        Assert.Null((await desk.ViewAsync(id)).Call);
        await desk.SayAsync(desk.Sms, Mobile, "one more thing");
        await desk.Host.SettleAsync();
        Assert.False(Assert.Single((await desk.Host.DeskAsync(agent)).Offers).IsCall);
        await desk.AcceptAsync(agent);
        await desk.Omni.Agents.CloseAsync(agent, id);
        await desk.Host.AdvanceAsync(TimeSpan.FromMinutes(11));
        for (var i = 0; i < 10; i++)
        {
            await desk.Host.Accounts.FlushAsync(CancellationToken.None);
        }

        Assert.Equal(0, desk.Host.Services.GetRequiredService<OmniChannelHost>().Engines.Single().View.Resident);
        await PostAsync(desk, options, "CA1", SignalKind.CallEnded);
        Assert.Equal(["started", "connected", "ended"], Calls(desk, id.Value));
    }
}
