using System.Collections.Concurrent;
using System.Diagnostics;
using OmniChannel.Fakes;

namespace OmniChannel.Acceptance;

/// <summary>Spans for whoever listens: what came in, what was called, and nothing that a person said or where they are.</summary>
public sealed class TracesTests
{
    private const string Sender = "hanako@example.com";
    private static readonly ChannelAccountId Post = new(new("post"), "traced");

    [Fact]
    public async Task Spans_OfEventsAndCalls_NameKindChannelAndAccountOnly()
    {
        var spans = new ConcurrentQueue<Activity>();
        using var listener = Listener(spans);
        using var request = new Activity("request").Start();
        var options = new WebhookDoubleOptions { Capabilities = TestDesk.MailCapabilities };
        await using var desk = await TestDesk.OpenAsync(omni => omni.AddChannel<WebhookDouble, WebhookDoubleOptions>("post", "traced", new() { Configure = o => o.Script = options }));
        var agent = await desk.Host.SignInAsync("agent-a");
        await SayAsync(desk);
        await SayAsync(desk);
        var id = await desk.AcceptAsync(agent);
        await desk.ReplyAsync(agent, id, "a secret");
        options.OnSend = _ => SendResult.Failed(SendErrorKind.ContentRefused);
        await desk.ReplyAsync(agent, id, "another");

        Assert.Same(request, Activity.Current);
        Assert.Equal(
            ["receive message", "receive message duplicate", "send post", "send post ContentRefused"],
            spans.Select(s => $"{s.DisplayName}{(s.GetTagItem("duplicate") is null ? "" : " duplicate")} {s.StatusDescription}".Trim()));
        Assert.All(spans, s => Assert.Equal(("post", "traced"), (s.GetTagItem("channel"), s.GetTagItem("account"))));
        Assert.All(spans.Take(2), s => Assert.Equal((request.SpanId, ActivityKind.Consumer), (s.ParentSpanId, s.Kind)));
        Assert.All(spans.Skip(2), s => Assert.Equal(ActivityKind.Client, s.Kind));
        var said = string.Join(' ', spans.SelectMany(s => s.TagObjects.Select(t => $"{t.Key} {t.Value}").Append(s.DisplayName)));
        Assert.DoesNotContain("hanako", said, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Listener_ThatThrows_StopsNothing()
    {
        var heard = new ConcurrentQueue<Activity>();
        using var listener = Listener(heard, "throwing", () => throw new InvalidOperationException("The collector is gone."));
        var account = new ChannelAccountId(new("post"), "throwing");
        await using var desk = await TestDesk.OpenAsync(omni => omni.AddChannel<WebhookDouble, WebhookDoubleOptions>("post", "throwing", new() { Configure = o => o.Script = new() { Capabilities = TestDesk.MailCapabilities } }));
        var agent = await desk.Host.SignInAsync("agent-a");
        await desk.Omni.Inbound.DeliverAsync(account, [new MessageReceived { DedupeKey = "m1", Sender = Sender, OccurredAt = desk.Time.GetUtcNow(), Content = [new TextContent("hello")] }]);
        var id = await desk.AcceptAsync(agent);
        await desk.ReplyAsync(agent, id, "good day");

        Assert.Equal(2, heard.Count);
        Assert.Equal(DeliveryState.Sent, (await desk.ViewAsync(id)).Entries.Single(e => e.Text == "good day").Delivery);
    }

    private static Task SayAsync(TestDesk desk) => desk.Omni.Inbound.DeliverAsync(
        Post, [new MessageReceived { DedupeKey = "m1", Sender = Sender, OccurredAt = desk.Time.GetUtcNow(), Content = [new TextContent("hello")] }]);

    /// <summary>Listens to this test's account: others run beside it.</summary>
    private static ActivityListener Listener(ConcurrentQueue<Activity> spans, string account = "traced", Action? then = null)
    {
        var listener = new ActivityListener
        {
            ShouldListenTo = s => s.Name == "OmniChannel.Sdk",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = s =>
            {
                if (s.GetTagItem("account") as string == account)
                {
                    spans.Enqueue(s);
                    then?.Invoke();
                }
            },
        };
        ActivitySource.AddActivityListener(listener);
        return listener;
    }
}
