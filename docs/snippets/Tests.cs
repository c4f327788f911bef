using OmniChannel;
using OmniChannel.Testing;

namespace Snippets;

internal static class Tests
{
    public static async Task RunAsync()
    {
        // snippet: test
        FakeChannel sms = null!;
        await using var host = await OmniTestHost.StartAsync(omni => omni.AddQueue("general").AddFakeChannel("sms", out sms));
        var agent = await host.SignInAsync("agent-a");
        await sms.ReceiveAsync(from: "+819012345678", "まだ届きません");
        var desk = await host.DeskAsync(agent);            // waits on the engine's own counters
        var question = desk.Offers[0].Conversation.OpenQuestion;
        await host.AdvanceAsync(TimeSpan.FromSeconds(31)); // moves the clock: the work offer runs out
        // end
        Console.WriteLine(question);
    }
}
