using Microsoft.Playwright;

namespace OmniChannel.OmniRetail;

/// <summary>No serious barrier on the page, in both languages, light and dark.</summary>
public sealed class AccessibilityTests(StageFixture fixture) : IClassFixture<StageFixture>
{
    [Theory]
    [InlineData("en", ColorScheme.Light)]
    [InlineData("en", ColorScheme.Dark)]
    [InlineData("ja", ColorScheme.Light)]
    [InlineData("ja", ColorScheme.Dark)]
    public async Task Page_ThroughTheStory_HasNoSeriousBarrier(string language, ColorScheme scheme)
    {
        Assert.SkipUnless(File.Exists(StageFixture.Axe), "OMNI_AXE does not say where axe.min.js of axe-core is.");
        await using var stage = await fixture.OpenAsync(language: language, scheme: scheme);
        Assert.Empty(await stage.BarriersAsync());
        await stage.PlayAsync();
        foreach (var step in (string[])["open", "questions", "claim", "proof", "handoff", "accept", "leave", "reply", "text", "ring", "answer", "transfer", "takeover", "close"])
        {
            await stage.AtAsync(step);
            if (step is "claim" or "handoff" or "reply" or "ring" or "takeover")
            {
                Assert.Empty(await stage.BarriersAsync());
            }

            await stage.GoOnAsync();
        }

        await Assertions.Expect(stage.Page.Locator("#end")).ToBeVisibleAsync();
        Assert.Empty(await stage.BarriersAsync());
    }
}
