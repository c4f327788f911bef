// A channel of your own, against a messenger that runs on this machine. With the argument "conformance": the conformance kit instead.
using CustomChannel;
using OmniChannel;
using OmniChannel.Content;

if (args is ["conformance"])
{
    return await KioskConformance.RunAsync();
}

await using var kiosk = new KioskProvider();
await kiosk.StartAsync();

var builder = WebApplication.CreateSlimBuilder();
builder.Logging.ClearProviders();
builder.WebHost.UseUrls("http://127.0.0.1:0");
builder.Services.AddOmniChannel().UseInMemoryStorage().AddQueue("general")
    .AddKioskChannel("ginza", o => (o.BaseUrl, o.SigningKeys) = (kiosk.Url, [KioskProvider.Key]));
await using var app = builder.Build();
app.MapOmniChannel();
await app.StartAsync();
kiosk.Webhook = new(app.Urls.Single() + "/omni/channels/kiosk/ginza");

var omni = app.Services.GetRequiredService<IOmniChannel>();
var accounts = app.Services.GetRequiredService<IOmniChannelAccounts>();
var yuki = new AgentId("yuki");
await omni.Agents.SignInAsync(new() { Id = yuki, DisplayName = "Yuki" });

Console.WriteLine($"Signed with a wrong key: {await kiosk.PostAsync("""{"events":[]}""", key: "wrong")}");
Console.WriteLine($"Somebody writes: {await kiosk.PressAsync("I need help", "e-1")}, and again: {await kiosk.PressAsync("I need help", "e-1")}");
await accounts.WhenIdleAsync(CancellationToken.None);
var offer = (await omni.Agents.DeskAsync(yuki, Locale.English)).Offers.Single();
await omni.Agents.AcceptAsync(yuki, offer.Id);
await omni.Agents.ReplyAsync(yuki, offer.Conversation.Id, new ChoiceContent
{
    Text = "What is it about?",
    Options = [new() { Id = "order", Label = "My order" }, new() { Id = "size", Label = "A size" }],
});
await accounts.WhenIdleAsync(CancellationToken.None);
foreach (var sent in kiosk.Sent)
{
    Console.WriteLine($"At the kiosk: {sent.Text} [{string.Join("] [", sent.Options.Select(o => o.Label))}], in {sent.Reply}");
}

Console.WriteLine($"It is delivered: {await kiosk.DeliveredAsync(1)}, a button is pressed: {await kiosk.ChooseAsync("order", "My order", "e-2")}");
await accounts.WhenIdleAsync(CancellationToken.None);
await foreach (var entry in omni.Conversations.TimelineAsync(offer.Conversation.Id))
{
    Console.WriteLine($"{entry.Sequence,3} {entry.Kind,-10} {entry.Author,-9} {entry.Content?.Preview ?? $"{entry.Delivery}"}");
}

return 0;
