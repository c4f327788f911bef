// A customer writes, an agent accepts and replies, and one timeline holds both. Store and channel live in memory.
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OmniChannel;
using OmniChannel.Content;
using OmniChannel.Testing;

var builder = Host.CreateApplicationBuilder(args);
builder.Logging.ClearProviders();
builder.Services.AddOmniChannel().UseInMemoryStorage().AddQueue("general").AddFakeChannel("sms", out var sms);
using var host = builder.Build();
await host.StartAsync();
var omni = host.Services.GetRequiredService<IOmniChannel>();
var accounts = host.Services.GetRequiredService<IOmniChannelAccounts>();
sms.Connect(omni.Inbound);

var yuki = new AgentId("yuki");
await omni.Agents.SignInAsync(new() { Id = yuki, DisplayName = "Yuki" });
await sms.ReceiveAsync(from: "+819012345678", "Where is my order?");
await accounts.WhenIdleAsync(CancellationToken.None);

var offer = (await omni.Agents.DeskAsync(yuki, Locale.English)).Offers.Single();
Console.WriteLine($"Offered to Yuki: {offer.Conversation.OpenQuestion} {offer.Why}");
await omni.Agents.AcceptAsync(yuki, offer.Id);
await omni.Agents.ReplyAsync(yuki, offer.Conversation.Id, new TextContent("It arrives tomorrow."));
await accounts.WhenIdleAsync(CancellationToken.None);
Console.WriteLine($"On the customer's phone: {sms.SentTexts.Single()}");

await foreach (var entry in omni.Conversations.TimelineAsync(offer.Conversation.Id))
{
    Console.WriteLine($"{entry.Sequence,3} {entry.Kind,-10} {entry.Author,-9} {entry.Content?.Preview}");
}

await host.StopAsync();
