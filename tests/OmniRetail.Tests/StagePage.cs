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

    /// <summary>Goes on with the key of whoever has the focus on the story's button.</summary>
    public async Task GoOnByKeyAsync()
    {
        await Assertions.Expect(Page.Locator("#play")).ToBeFocusedAsync();
        await Page.Keyboard.PressAsync("Enter");
    }

    /// <summary>Presses Tab, or Shift+Tab, until what has the focus is called so.</summary>
    public async Task TabToAsync(string name, bool back = false)
    {
        for (var presses = 0; presses < 150; presses++)
        {
            if (await FocusedAsync() is var focused && focused.StartsWith(name, StringComparison.Ordinal))
            {
                return;
            }

            await Page.Keyboard.PressAsync(back ? "Shift+Tab" : "Tab");
        }

        Assert.Fail($"The keyboard never comes to '{name}'. {await StateAsync()}");
    }

    /// <summary>What is called where the focus is, also inside the page's own elements.</summary>
    public Task<string> FocusedAsync() => Page.EvaluateAsync<string>(
        """
        () => {
          let node = document.activeElement;
          while (node?.shadowRoot?.activeElement) node = node.shadowRoot.activeElement;
          return (node?.getAttribute('aria-label') ?? node?.textContent ?? '').trim();
        }
        """);

    /// <summary>What stands out of the window on its right or left, and cannot be scrolled to.</summary>
    public async Task<IReadOnlyList<string>> CutOffAsync() => await Page.EvaluateAsync<string[]>(
        """
        () => {
          const found = [];
          const look = root => {
            for (const node of root.querySelectorAll('*')) {
              const style = getComputedStyle(node);
              if (node.shadowRoot) look(node.shadowRoot);
              if (style.position === 'absolute' && style.clipPath !== 'none') continue;
              if (!node.checkVisibility({ visibilityProperty: true }) || node.closest('svg, .unseen, .hidden, .hand')) continue;
              const box = node.getBoundingClientRect();
              const scrolls = up => up && (['auto', 'scroll'].includes(getComputedStyle(up).overflowX) && up.scrollWidth > up.clientWidth || scrolls(up.parentElement));
              if (box.width && (box.right > innerWidth + 1 || box.left < -1) && !scrolls(node.parentElement)) found.push(`${node.localName}.${node.className} ${Math.round(box.left)}..${Math.round(box.right)}`);
            }
          };
          look(document.body);
          return found;
        }
        """);

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
