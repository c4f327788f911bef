using System.Text.Json;
using Microsoft.Playwright;

namespace OmniChannel.OmniRetail;

/// <summary>The page as somebody in front of it uses it.</summary>
internal sealed class StagePage : IAsyncDisposable
{
    private readonly List<string> _errors = [];

    public StagePage(IPage page)
    {
        Page = page;
        page.PageError += (_, error) => _errors.Add(error);
        page.Console += (_, message) =>
        {
            if (message.Type == "error")
            {
                _errors.Add($"{message.Text} {message.Location}");
            }
        };
    }

    public IPage Page { get; }

    public IReadOnlyList<string> Errors => _errors;

    public ILocator DeskA => Page.Locator("#panel-a");

    public ILocator DeskB => Page.Locator("#panel-b");

    public ILocator Customer => Page.Locator(".customer");

    public Task PlayAsync() => Page.Locator("#play").ClickAsync();

    /// <summary>Waits until the story has come to a step and shows what there is to see.</summary>
    public async Task AtAsync(string step)
    {
        try
        {
            await Page.Locator($"body[data-step={step}][data-story=paused], body[data-story=stuck]").WaitForAsync(new() { State = WaitForSelectorState.Attached, Timeout = Timeout });
        }
        catch (TimeoutException)
        {
            Assert.Fail($"The story did not come to '{step}': {await StateAsync()}");
        }

        Assert.True(await Page.Locator("body").GetAttributeAsync("data-story") == "paused", $"The story is stuck on its way to '{step}': {await StateAsync()}");
    }

    public Task GoOnAsync() => Page.Locator("#play").ClickAsync();

    public Task SeesAsync(ILocator place, string text) =>
        Assertions.Expect(place.GetByText(text).Filter(new() { Visible = true }).First).ToBeVisibleAsync(new() { Timeout = Timeout });

    public Task SeesNothingOfAsync(ILocator place, string text) =>
        Assertions.Expect(place.GetByText(text).Filter(new() { Visible = true })).ToHaveCountAsync(0, new() { Timeout = Timeout });

    /// <summary>What axe-core finds that is serious or worse, one line each.</summary>
    public async Task<IReadOnlyList<string>> BarriersAsync()
    {
        if (await Page.EvaluateAsync<bool>("() => !window.axe"))
        {
            await Page.AddScriptTagAsync(new() { Path = StageFixture.Axe });
        }

        var found = await Page.EvaluateAsync<JsonElement>(
            """
            async () => (await axe.run(document, { resultTypes: ['violations'] })).violations
              .filter(v => ['serious', 'critical'].includes(v.impact))
              .flatMap(v => v.nodes.map(n => `${v.id}: ${n.target.flat().join(' ')}: ${n.any.concat(n.all, n.none).map(c => c.message).join('; ')}`))
            """);
        return [.. found.EnumerateArray().Select(line => line.GetString()!)];
    }

    public async ValueTask DisposeAsync() => await Page.Context.DisposeAsync();

    private async Task<string> StateAsync() =>
        await Page.EvaluateAsync<string>(
            "() => `${document.body.dataset.story} at ${document.body.dataset.step}: ${document.getElementById('caption').textContent}`")
        + '\n' + string.Join('\n', _errors) + '\n' + await Page.Locator("body").AriaSnapshotAsync();

    private static float Timeout => (float)TestTimeouts.Default.TotalMilliseconds;
}
