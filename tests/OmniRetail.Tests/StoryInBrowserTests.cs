using Microsoft.Playwright;

namespace OmniChannel.OmniRetail;

/// <summary>The story through the page, in a real browser: what a person sees at each step.</summary>
[Collection(nameof(StageCollection))]
public sealed class StoryInBrowserTests(StageFixture fixture)
{
    [Fact]
    public async Task Story_PlayedByKeyboardOnly_ShowsEachStepToAPerson()
    {
        await using var stage = await fixture.OpenAsync();
        var page = stage.Page;
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Play the story (2 min)" })).ToBeVisibleAsync();
        await stage.TabToAsync("Play the story");
        await stage.GoOnByKeyAsync();

        await ChatAsync(stage);
        await SmsAsync(stage);
        await CallAsync(stage);
        await TransferAsync(stage);

        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "1 conversation, 3 channels, asked twice: 0" })).ToBeVisibleAsync();
        Assert.Empty(stage.Errors);
    }

    [Fact]
    public async Task Story_WhileSmsIsDown_SaysWhatIsHeldAndWhy()
    {
        await using var stage = await fixture.OpenAsync();
        await stage.PlayAsync();
        foreach (var step in (string[])["open", "questions", "claim", "proof", "handoff", "accept", "leave"])
        {
            await stage.AtAsync(step);
            if (step != "leave")
            {
                await stage.GoOnAsync();
            }
        }

        var down = stage.Page.GetByRole(AriaRole.Switch, new() { Name = "SMS down" });
        await down.ClickAsync();
        await Assertions.Expect(down).ToHaveAttributeAsync("aria-checked", "true");
        await stage.GoOnAsync();
        await stage.SeesAsync(stage.DeskA, "cannot be reached: held, next try in");

        await down.ClickAsync();
        await stage.AtAsync("reply");
        await stage.SeesAsync(stage.Customer, "Which size do you need?");
    }

    [Fact]
    public async Task Back_FromAStep_BringsANewShopperToTheOneBefore()
    {
        await using var stage = await fixture.OpenAsync();
        await stage.PlayAsync();
        await stage.AtAsync("open");
        await stage.GoOnAsync();
        await stage.AtAsync("questions");
        await stage.GoOnAsync();
        await stage.AtAsync("claim");
        await stage.Page.GetByRole(AriaRole.Button, new() { Name = "Back" }).ClickAsync();
        await stage.AtAsync("questions");
        await stage.SeesAsync(stage.Customer, "The size is wrong");
        await stage.SeesNothingOfAsync(stage.Customer, "@example.jp");
    }

    [Fact]
    public async Task Stage_AtADesksSize_NeedsNoScrolling()
    {
        await using var stage = await fixture.OpenAsync("");
        Assert.True(await stage.Page.EvaluateAsync<bool>("() => document.documentElement.scrollHeight <= innerHeight && document.documentElement.scrollWidth <= innerWidth"));
        Assert.Equal("", string.Join("\n", await stage.CutOffAsync()));
    }

    [Fact]
    public async Task Stage_OpenInAnotherBrowser_SaysSoAndComesWhenAsked()
    {
        await using var first = await fixture.OpenAsync();
        await first.PlayAsync();
        await first.AtAsync("open");
        await using var second = await fixture.OpenAsync(isFree: false);
        await Assertions.Expect(second.Page.GetByRole(AriaRole.Heading, new() { Name = "The stage is open in another window" })).ToBeVisibleAsync();
        await first.GoOnAsync();
        await first.AtAsync("questions");

        await second.Page.GetByRole(AriaRole.Button, new() { Name = "Use it here instead" }).ClickAsync();
        await Assertions.Expect(first.Page.GetByRole(AriaRole.Heading, new() { Name = "The stage is open in another window" })).ToBeVisibleAsync();
        await second.PlayAsync();
        await second.AtAsync("open");
    }

    private static async Task ChatAsync(StagePage stage)
    {
        await stage.AtAsync("open");
        await stage.SeesAsync(stage.Customer, "Hi! What is it about?");
        await stage.SeesAsync(stage.DeskA, "Unknown visitor.");
        await stage.GoOnByKeyAsync();
        await stage.AtAsync("questions");
        await stage.GoOnByKeyAsync();
        await stage.AtAsync("claim");
        await stage.SeesAsync(stage.DeskA, "Possibly a known customer; e-mail not proved.");
        await stage.SeesNothingOfAsync(stage.DeskA, "高橋 美咲");
        await stage.GoOnByKeyAsync();
        await stage.AtAsync("proof");
        await stage.SeesAsync(stage.DeskA, "高橋 美咲");
        await stage.GoOnByKeyAsync();
        await stage.AtAsync("handoff");
        await Assertions.Expect(stage.DeskA.GetByRole(AriaRole.Button, new() { Name = "Accept" })).ToBeVisibleAsync();
        await stage.SeesAsync(stage.DeskA, "タカハシ ミサキ");
        await stage.SeesAsync(stage.DeskA, "The size is wrong");
        await stage.SeesAsync(stage.DeskA, "s left");
        await stage.TabToAsync("Why me?");
        await stage.Page.Keyboard.PressAsync("Enter");
        await stage.SeesAsync(stage.DeskA, "Aoki was chosen: ");
        await stage.TabToAsync("Go on", back: true);
        await stage.GoOnByKeyAsync();
        await stage.AtAsync("accept");
        await stage.SeesAsync(stage.DeskA, "asked twice: 0");
        await stage.SeesAsync(stage.DeskA, "1 conversation, 1 channel");
        await stage.GoOnByKeyAsync();
    }

    private static async Task SmsAsync(StagePage stage)
    {
        await stage.AtAsync("leave");
        await stage.SeesAsync(stage.Customer, "The shop’s tab is closed");
        await stage.GoOnByKeyAsync();
        await stage.AtAsync("reply");
        await stage.SeesAsync(stage.Customer, "Which size do you need?");
        await stage.SeesAsync(stage.DeskA, "The visitor left the chat, so the reply goes to their proved address.");
        await stage.GoOnByKeyAsync();
        await stage.AtAsync("text");
        await stage.SeesAsync(stage.DeskA, "25 cm please. Can they be here before Friday?");
        await stage.SeesAsync(stage.DeskA, "1 conversation, 2 channels");
        await stage.GoOnByKeyAsync();
    }

    private static async Task CallAsync(StagePage stage)
    {
        await stage.AtAsync("ring");
        await Assertions.Expect(stage.DeskA.GetByRole(AriaRole.Button, new() { Name = "Answer", Exact = true })).ToBeVisibleAsync();
        await stage.SeesAsync(stage.DeskA, "Phone is ringing");
        await stage.SeesAsync(stage.DeskA, "タカハシ ミサキ");
        await stage.SeesAsync(stage.DeskA, "25 cm please. Can they be here before Friday?");
        await stage.SeesAsync(stage.DeskA, "1 conversation, 3 channels");

        // The ring is heard and seen, and the focus stays where it was.
        await Assertions.Expect(stage.DeskA.Locator("[aria-live=assertive]")).ToContainTextAsync("高橋 美咲");
        Assert.Equal("Go on", await stage.FocusedAsync());
        await stage.TabToAsync("Answer");
        await stage.Page.Keyboard.PressAsync("Enter");
        await stage.SeesAsync(stage.DeskA, "In a call");
        await TabsAsync(stage);
        await stage.TabToAsync("Go on", back: true);
        await stage.GoOnByKeyAsync();
        await stage.AtAsync("answer");
        await stage.SeesAsync(stage.DeskA, "In a call");
        await stage.GoOnByKeyAsync();
    }

    /// <summary>From one tab to another with the arrows, Home and End; the focus goes with it.</summary>
    private static async Task TabsAsync(StagePage stage)
    {
        await stage.TabToAsync("Phone", back: true);
        foreach (var (key, name) in new[] { ("ArrowRight", "Mailbox"), ("ArrowRight", "Shop"), ("End", "Mailbox"), ("ArrowLeft", "Phone"), ("Home", "Shop") })
        {
            await stage.Page.Keyboard.PressAsync(key);
            await Assertions.Expect(stage.Page.GetByRole(AriaRole.Tab, new() { Name = name })).ToBeFocusedAsync();
            await Assertions.Expect(stage.Page.GetByRole(AriaRole.Tabpanel, new() { Name = name })).ToBeVisibleAsync();
        }
    }

    private static async Task TransferAsync(StagePage stage)
    {
        await stage.AtAsync("transfer");
        await Assertions.Expect(stage.Page.GetByRole(AriaRole.Tab, new() { Name = "Agent B · Baker" })).ToHaveAttributeAsync("aria-selected", "true");
        await Assertions.Expect(stage.DeskB.GetByRole(AriaRole.Button, new() { Name = "Answer", Exact = true })).ToBeVisibleAsync();
        await stage.GoOnByKeyAsync();
        await stage.AtAsync("takeover");
        await stage.SeesAsync(stage.DeskB, "Please check the courier.");
        await stage.SeesAsync(stage.DeskB, "Private note");
        await stage.SeesAsync(stage.DeskB, "asked twice: 0");
        await stage.SeesNothingOfAsync(stage.Customer, "Please check the courier.");
        await stage.GoOnByKeyAsync();
        await stage.AtAsync("close");
        await stage.GoOnByKeyAsync();
    }
}
