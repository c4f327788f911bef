using Microsoft.Playwright;

namespace OmniChannel.OmniRetail;

/// <summary>The chat widget in a real browser, with a server that the test plays.</summary>
[Collection(nameof(StageCollection))]
public sealed class WidgetInBrowserTests(StageFixture fixture)
{
    private const string Server =
        """
        window.sources = [];
        window.EventSource = class extends EventTarget {
          constructor(url) { super(); this.url = url; window.sources.push(this); setTimeout(() => this.onopen?.()); }
          close() {}
        };
        window.fetch = async () => new Response(JSON.stringify({ token: 't', visitor: 'v' }), { status: 200 });
        window.tell = frame => window.sources.at(-1).dispatchEvent(new MessageEvent('entry', { data: JSON.stringify(frame), lastEventId: 'x' }));
        """;

    [Fact]
    public async Task Message_ThatChangesAfterItWasShown_ChangesOnThePage()
    {
        await using var page = await fixture.BlankAsync(Server);
        await page.Page.EvaluateAsync(
            """
            async () => {
              await import('/omni/channels/web-chat/shop/widget.js');
              const chat = document.createElement('omni-web-chat');
              chat.setAttribute('account', 'shop');
              chat.setAttribute('inline', '');
              document.body.replaceChildren(chat);
              while (!window.sources.length) await new Promise(done => setTimeout(done));
            }
            """);
        var log = page.Page.GetByRole(AriaRole.Log);
        await TellAsync(page, 1, "sent", "first");
        await TellAsync(page, 2, "sending", "by text");
        await TellAsync(page, 3, "sent", "last");
        Assert.Equal(["first", "by text", "last"], await log.Locator(".bubble").AllTextContentsAsync());

        await TellAsync(page, 2, "failed", "by text");
        await Assertions.Expect(log.Locator(".item").Nth(1)).ToContainTextAsync("not delivered", new() { IgnoreCase = true });
        Assert.Equal(["first", "by text", "last"], await log.Locator(".bubble").AllTextContentsAsync());

        await TellAsync(page, 2, "withdrawn", null);
        await TellAsync(page, 9, "withdrawn", null);
        Assert.Equal(["first", "last"], await log.Locator(".bubble").AllTextContentsAsync());

        await TellAsync(page, 2, "sent", "by text");
        await TellAsync(page, 2, "sent", "by text");
        Assert.Equal(["first", "by text", "last"], await log.Locator(".bubble").AllTextContentsAsync());
        Assert.Empty(page.Errors);
    }

    private static Task TellAsync(StagePage page, int place, string status, string? text) => page.Page.EvaluateAsync(
        "frame => window.tell(frame)",
        new
        {
            conversation = "cnv_1",
            sequence = place,
            at = $"2026-01-15T09:00:0{place}Z",
            kind = "message",
            author = "agent",
            channel = "sms",
            status,
            content = text is null ? null : new { kind = "text", text },
        });
}
