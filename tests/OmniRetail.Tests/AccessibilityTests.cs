using Microsoft.Playwright;

namespace OmniChannel.OmniRetail;

/// <summary>No serious barrier on the page, in both languages, light and dark; on a phone nothing is cut off.</summary>
public sealed class AccessibilityTests(StageFixture fixture) : IClassFixture<StageFixture>
{
    private const string NoAxe = "OMNI_AXE does not say where axe.min.js of axe-core is.";
    private static readonly (int Width, int Height) Phone = (390, 844);

    [Fact]
    public async Task Page_ThroughTheStory_HasNoSeriousBarrier()
    {
        Assert.SkipUnless(File.Exists(StageFixture.Axe), NoAxe);
        await using var stage = await fixture.OpenAsync();
        await NoBarrierAsync(stage);
        await WalkAsync(stage, NoBarrierAsync);
        await NoBarrierAsync(stage);
    }

    /// <summary>In Japanese, told on a phone; the barriers are looked for at both sizes.</summary>
    [Fact]
    public async Task Page_OnAPhone_ShowsEverythingAndHasNoSeriousBarrier()
    {
        await using var stage = await fixture.OpenAsync(language: "ja", width: Phone.Width, height: Phone.Height);
        await PhoneAsync(stage);
        await ViewsAsync(stage);
        await WalkAsync(stage, PhoneAsync);
        await PhoneAsync(stage);
        Assert.SkipUnless(File.Exists(StageFixture.Axe), NoAxe);
    }

    private static async Task WalkAsync(StagePage stage, Func<StagePage, Task> look)
    {
        await stage.PlayAsync();
        foreach (var step in (string[])["open", "questions", "claim", "proof", "handoff", "accept", "leave", "reply", "text", "ring", "answer", "transfer", "takeover", "close"])
        {
            await stage.AtAsync(step);
            if (step is "claim" or "handoff" or "reply" or "ring" or "takeover")
            {
                await look(stage);
            }

            await stage.GoOnAsync();
        }

        await Assertions.Expect(stage.Page.Locator("#end")).ToBeVisibleAsync();
    }

    /// <summary>The four parts of the stage are tabs, one on screen at a time.</summary>
    private static async Task ViewsAsync(StagePage stage)
    {
        foreach (var (name, part) in new[] { ("お客様", ".customer"), ("担当者A", "#panel-a"), ("担当者B", "#panel-b"), ("ストーリー", ".script") })
        {
            var tab = stage.Page.Locator(".views").GetByRole(AriaRole.Button, new() { Name = name });
            await tab.ClickAsync();
            await Assertions.Expect(tab).ToHaveAttributeAsync("aria-current", "true");
            foreach (var other in (string[])[".customer", "#panel-a", "#panel-b", ".script"])
            {
                await Assertions.Expect(stage.Page.Locator(other)).ToBeVisibleAsync(new() { Visible = other == part });
            }

            Assert.Equal("", string.Join("\n", await stage.CutOffAsync()));
        }
    }

    private static async Task PhoneAsync(StagePage stage)
    {
        Assert.Equal("", string.Join("\n", await stage.CutOffAsync()));
        if (File.Exists(StageFixture.Axe))
        {
            Assert.Equal("", string.Join("\n", await stage.BarriersAsync()));
            await stage.Page.SetViewportSizeAsync(1280, 800);
            await NoBarrierAsync(stage);
            await stage.Page.SetViewportSizeAsync(Phone.Width, Phone.Height);
        }
    }

    private static async Task NoBarrierAsync(StagePage stage)
    {
        foreach (var scheme in (ColorScheme[])[ColorScheme.Dark, ColorScheme.Light])
        {
            await stage.Page.EmulateMediaAsync(new() { ColorScheme = scheme, ReducedMotion = ReducedMotion.Reduce });
            Assert.Equal("", string.Join("\n", await stage.BarriersAsync()));
        }
    }
}
