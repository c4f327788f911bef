using Microsoft.Playwright;

namespace OmniChannel.OmniRetail;

/// <summary>One shop and one browser for tests that take turns; nothing is started where Chromium is missing.</summary>
public sealed class StageFixture : IAsyncLifetime
{
    private Shop? _shop;
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    internal static string Chromium { get; } = Environment.GetEnvironmentVariable("OMNI_CHROMIUM") ?? "/usr/bin/chromium";

    internal static string Axe { get; } = Environment.GetEnvironmentVariable("OMNI_AXE") ?? "";

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        if (!File.Exists(Chromium))
        {
            return;
        }

        _shop = await Shop.StartAsync();
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = Chromium, Args = ["--no-sandbox"] });
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
        if (_shop is not null)
        {
            await _shop.DisposeAsync();
        }
    }

    /// <summary>A page of the shop's address with nothing on it but a script that ran first.</summary>
    internal async Task<StagePage> BlankAsync(string script)
    {
        Assert.SkipUnless(File.Exists(Chromium), $"Chromium is not at {Chromium}; OMNI_CHROMIUM says where it is.");
        var context = await _browser!.NewContextAsync(new() { Locale = "en-US" });
        await context.AddInitScriptAsync(script);
        await context.RouteAsync("**/blank", route => route.FulfillAsync(new() { ContentType = "text/html", Body = "<!doctype html><title>Blank</title>" }));
        var stage = new StagePage(await context.NewPageAsync());
        await stage.Page.GotoAsync(new Uri(_shop!.Url, "blank").ToString());
        return stage;
    }

    internal async Task<StagePage> OpenAsync(
        string query = "?speed=200&pause=each", string language = "en", int width = 1280, int height = 800, bool isFree = true)
    {
        Assert.SkipUnless(File.Exists(Chromium), $"Chromium is not at {Chromium}; OMNI_CHROMIUM says where it is.");
        var context = await _browser!.NewContextAsync(new()
        {
            Locale = language == "ja" ? "ja-JP" : "en-US",
            ViewportSize = new() { Width = width, Height = height },
            ReducedMotion = ReducedMotion.Reduce,
        });
        context.SetDefaultTimeout((float)TestTimeouts.Default.TotalMilliseconds);
        var page = await context.NewPageAsync();
        var stage = new StagePage(page);
        await page.GotoAsync(new Uri(_shop!.Url, query).ToString());
        if (!isFree)
        {
            return stage;
        }

        await stage.DeskA.GetByRole(AriaRole.Heading, new() { Name = "Aoki", IncludeHidden = true }).First.WaitForAsync(new() { State = WaitForSelectorState.Attached });
        return stage;
    }
}
