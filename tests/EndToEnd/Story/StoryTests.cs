using System.Text.Json;
using System.Text.RegularExpressions;
using OmniChannel.Channels;
using OmniChannel.Conversations;
using OmniChannel.Identity;

namespace OmniChannel.EndToEnd.Story;

/// <summary>The main story over HTTP: web chat with a bot, then SMS, then a phone call, as the providers and the browser would have it.</summary>
public sealed partial class StoryTests : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("omni-story-").FullName;
    private EmulatorHost _providers = null!;
    private ShopHost _shop = null!;

    public async ValueTask InitializeAsync()
    {
        var url = ShopHost.FreeUrl();
        _providers = await EmulatorHost.StartAsync(url);
        _shop = new(url, Path.Combine(_folder, "omni.db"), _providers);
        await _shop.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var hook in _providers.Emulator.Snapshot.Webhooks)
        {
            TestContext.Current.SendDiagnosticMessage($"{hook.Kind} {hook.Target} {hook.Status} after {hook.Attempts}");
        }

        await _shop.DisposeAsync();
        await _providers.DisposeAsync();
        Directory.Delete(_folder, true);
    }

    [Fact]
    public Task Story_AsWritten_OneConversationOnThreeChannels() => PlayAsync(() => Task.CompletedTask);

    [Fact]
    public async Task Story_EveryWebhookTwiceAndShuffled_EndsTheSame()
    {
        await _providers.Emulator.SetSwitchesAsync(new() { Duplicates = true });
        await PlayAsync(() => Task.CompletedTask);
    }

    [Fact]
    public async Task Story_EveryWebhookTwiceShuffledAndARestartBetweenAnyTwoSteps_EndsTheSame()
    {
        await _providers.Emulator.SetSwitchesAsync(new() { Duplicates = true });
        await PlayAsync(async () =>
        {
            await _shop.SettleAsync();
            await _shop.RestartAsync();
        });
    }

    private async Task PlayAsync(Func<Task> between)
    {
        await _shop.Omni.Customers.ImportAsync("shop-members", StoryMembers.Record);
        await _shop.SignInAsync("aoki", "tel:+81312340001");
        var (aoki, baker) = (new Desk(_shop, "aoki"), new Desk(_shop, "baker"));
        await using var visitor = new Visitor(_shop);
        await visitor.OpenAsync();

        await ChatAsync(visitor, between);
        var conversation = await HandOffAsync(visitor, aoki, between);
        await SmsAsync(visitor, aoki, conversation, between);
        await CallAsync(aoki, conversation, between);
        await _shop.SignInAsync("baker", "tel:+81312340002");
        await TransferAsync(aoki, baker, conversation, between);
        await AssertEndAsync(conversation, visitor);
    }

    private async Task ChatAsync(Visitor visitor, Func<Task> between)
    {
        await visitor.SayAsync("Hello");
        await visitor.WaitAsync("What is it about?");
        await between();
        await visitor.ChooseAsync("order", "My order");
        await visitor.WaitAsync("What happened?");
        await visitor.SayAsync("1");
        await visitor.WaitAsync("Your e-mail, please.");
        await between();
        await visitor.SayAsync(StoryMembers.Email);
        var mail = await _providers.Emulator.WaitForMailAsync(StoryMembers.Email);
        await visitor.WaitAsync("six-digit code");
        await between();
        await visitor.SayAsync(CodePattern().Match(mail.Text).Value);
        await visitor.WaitAsync("Anything else?");
        await between();
    }

    private static async Task<string> HandOffAsync(Visitor visitor, Desk aoki, Func<Task> between)
    {
        await visitor.ChooseAsync("person", "Talk to a person");
        var offer = await aoki.OfferAsync();
        var conversation = offer.GetProperty("conversation");
        Assert.Equal("高橋 美咲", conversation.GetProperty("customer").GetProperty("name").GetString());
        var collected = conversation.GetProperty("collected").EnumerateArray().ToDictionary(c => c.GetProperty("name").GetString()!, c => c.GetProperty("value").GetString());
        Assert.Equal("My order", collected["topic"]);
        Assert.Equal("It has not arrived", collected["problem"]);
        await between();
        Assert.True((await aoki.PostAsync($"offers/{offer.GetProperty("id").GetString()}/accept", new { })).GetProperty("accepted").GetBoolean());
        await between();
        return conversation.GetProperty("id").GetString()!;
    }

    private async Task SmsAsync(Visitor visitor, Desk aoki, string conversation, Func<Task> between)
    {
        await visitor.LeaveAsync();
        await aoki.ConversationAsync(c => c.GetProperty("legs").EnumerateArray().All(l => !l.GetProperty("isPresent").GetBoolean()));
        await between();
        var reply = await aoki.PostAsync($"conversations/{conversation}/reply", new { text = "It arrives tomorrow. Is the address still right?" });
        Assert.True(reply.GetProperty("accepted").GetBoolean(), reply.ToString());
        await _providers.Emulator.WaitForSmsAsync(StoryMembers.Phone, m => m.Text.Contains("arrives tomorrow", StringComparison.Ordinal));
        await aoki.ConversationAsync(c => c.GetProperty("entries").EnumerateArray().Any(e => e.TryGetProperty("delivery", out var d) && d.GetString() == "delivered"));
        await between();
        await _providers.Emulator.SendSmsAsync(StoryMembers.Phone, "Yes, but please leave it at the door");
        await aoki.ConversationAsync(c => Desk.Texts(c).Contains("leave it at the door", StringComparison.Ordinal));
        await between();
    }

    private async Task CallAsync(Desk aoki, string conversation, Func<Task> between)
    {
        var call = _providers.Emulator.Call(StoryMembers.Phone);
        var offer = await aoki.OfferAsync(o => o.GetProperty("isCall").GetBoolean());
        var ringing = offer.GetProperty("conversation");
        Assert.Equal(conversation, ringing.GetProperty("id").GetString());
        Assert.Equal("高橋 美咲", ringing.GetProperty("customer").GetProperty("name").GetString());
        Assert.Equal("タカハシ ミサキ", ringing.GetProperty("customer").GetProperty("nameKana").GetString());
        Assert.Equal("recognised.observed", ringing.GetProperty("customer").GetProperty("recognition").GetString());
        Assert.Contains("leave it at the door", ringing.GetProperty("openQuestion").GetString(), StringComparison.Ordinal);
        var texts = Desk.Texts(ringing);
        Assert.Contains("What is it about?", texts, StringComparison.Ordinal);
        Assert.Contains("It arrives tomorrow", texts, StringComparison.Ordinal);
        Assert.Contains("leave it at the door", texts, StringComparison.Ordinal);
        await between();
        Assert.True((await aoki.PostAsync($"offers/{offer.GetProperty("id").GetString()}/accept", new { })).GetProperty("accepted").GetBoolean());
        await _providers.Emulator.WaitForCallAsync(call, c => c.Agent is not null && c.Phase == "talking");
        await aoki.ConversationAsync(c => c.TryGetProperty("call", out var phase) && phase.GetString() == "connected");
        await between();
    }

    private static async Task TransferAsync(Desk aoki, Desk baker, string conversation, Func<Task> between)
    {
        var moved = await aoki.PostAsync($"conversations/{conversation}/transfer", new { agent = "baker", note = "Gold member, be kind" });
        Assert.True(moved.GetProperty("accepted").GetBoolean(), moved.ToString());
        var offer = await baker.OfferAsync();
        Assert.Contains("Gold member, be kind", Desk.Texts(offer.GetProperty("conversation")), StringComparison.Ordinal);
        Assert.Contains("What is it about?", Desk.Texts(offer.GetProperty("conversation")), StringComparison.Ordinal);
        await between();
        Assert.True((await baker.PostAsync($"offers/{offer.GetProperty("id").GetString()}/accept", new { })).GetProperty("accepted").GetBoolean());
        await between();
        Assert.True((await baker.PostAsync($"conversations/{conversation}/close", new { })).GetProperty("accepted").GetBoolean());
        await between();
    }

    private async Task AssertEndAsync(string id, Visitor visitor)
    {
        await _shop.SettleAsync();
        var view = await _shop.Omni.Conversations.GetAsync(ConversationId.Parse(id, null), Locale.English);
        Assert.NotNull(view);
        Assert.False(view.IsOpen);
        Assert.Equal(0, view.AskedTwice);
        Assert.Equal(["sms", "voice", "web-chat"], view.Legs.Select(l => l.Channel).Distinct().Order());
        var customer = await _shop.Omni.Customers.FindAsync(Identifier.Phone(StoryMembers.Phone));
        var entries = new List<TimelineEntry>();
        await foreach (var entry in _shop.Omni.Customers.TimelineAsync(customer!.Value))
        {
            entries.Add(entry);
        }

        Assert.Single(entries.Select(e => e.Conversation).Distinct());
        Assert.Equal(Enumerable.Range(1, entries.Count).Select(i => (long)i), entries.Select(e => e.Sequence).Order());
        Assert.Equal(entries.OrderBy(e => e.At).Select(e => e.At), entries.Select(e => e.At));
        Assert.Single(entries, e => e.Content?.Preview == "Hello");
        Assert.Single(entries, e => e.Content?.Preview.Contains("leave it at the door", StringComparison.Ordinal) == true);
        // Back on the page, the visitor reads what was said meanwhile on other channels, each entry once, and no note.
        await visitor.OpenAsync();
        await visitor.WaitForTheEndAsync();
        await visitor.LeaveAsync();
        Assert.Contains(visitor.Texts, t => t.Contains("leave it at the door", StringComparison.Ordinal));
        Assert.All(visitor.Arrivals, a => Assert.Equal(1, a.Value));
        Assert.DoesNotContain(visitor.Texts, t => t.Contains("be kind", StringComparison.Ordinal));
        Assert.DoesNotContain(_providers.Emulator.ReceivedSms(StoryMembers.Phone), m => m.Text.Contains("be kind", StringComparison.Ordinal));
        Assert.Single(_providers.Emulator.ReceivedSms(StoryMembers.Phone), m => m.Text.Contains("arrives tomorrow", StringComparison.Ordinal));
    }

    [GeneratedRegex(@"\b\d{6}\b")]
    private static partial Regex CodePattern();
}
