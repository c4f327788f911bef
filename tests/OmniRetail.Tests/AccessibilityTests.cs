using Microsoft.Playwright;

namespace OmniChannel.OmniRetail;

/// <summary>No serious barrier on the page, in both languages, light and dark.</summary>
public sealed class AccessibilityTests(StageFixture fixture) : IClassFixture<StageFixture>
{
    [Theory]
    [InlineData("en")]
    [InlineData("ja")]
    public async Task Page_ThroughTheStory_HasNoSeriousBarrier(string language)
    {
        Assert.SkipUnless(File.Exists(StageFixture.Axe), "OMNI_AXE does not say where axe.min.js of axe-core is.");
        await using var stage = await fixture.OpenAsync(language: language);
        await NoBarrierAsync(stage);
        await stage.PlayAsync();
        foreach (var step in (string[])["open", "questions", "claim", "proof", "handoff", "accept", "leave", "reply", "text", "ring", "answer", "transfer", "takeover", "close"])
        {
            await stage.AtAsync(step);
            if (step is "claim" or "handoff" or "reply" or "ring" or "takeover")
            {
                await NoBarrierAsync(stage);
            }

            await stage.GoOnAsync();
        }

        await Assertions.Expect(stage.Page.Locator("#end")).ToBeVisibleAsync();
        await NoBarrierAsync(stage);
    }

    private static async Task NoBarrierAsync(StagePage stage)
    {
        foreach (var scheme in (ColorScheme[])[ColorScheme.Dark, ColorScheme.Light])
        {
            await stage.Page.EmulateMediaAsync(new() { ColorScheme = scheme, ReducedMotion = ReducedMotion.Reduce });
            Assert.Empty(await stage.BarriersAsync());
        }
    }
}
