using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using OmniChannel.Content;
using OmniChannel.Conversations;
using OmniChannel.CrashHost;
using OmniChannel.EndToEnd.Kill;
using OmniChannel.EndToEnd.Story;
using OmniChannel.Identity;

namespace OmniChannel.EndToEnd;

/// <summary>
/// kill -9 under load, again and again: what was answered is there once and took effect once, by ledgers outside the process. Cycles by
/// OMNI_KILL_CYCLES.
/// </summary>
public sealed class KillTests : IDisposable
{
    private static readonly int Cycles =
        int.TryParse(Environment.GetEnvironmentVariable("OMNI_KILL_CYCLES"), NumberStyles.None, CultureInfo.InvariantCulture, out var cycles) ? cycles : 3;

    private readonly string _folder = Directory.CreateTempSubdirectory("omni-kill-").FullName;
    private readonly Uri _shopUrl = ShopHost.FreeUrl();
    private readonly Uri _providerUrl = ShopHost.FreeUrl();

    public static bool IsLinux => OperatingSystem.IsLinux();

    private string Database => Path.Combine(_folder, "omni.db");

    public void Dispose() => Directory.Delete(_folder, true);

    [Fact(Skip = "kill -9 is a signal of Linux", SkipUnless = nameof(IsLinux))]
    public async Task Host_KilledUnderLoad_LosesNothingAndDoesNothingTwice()
    {
        await using var provider = await FakeProvider.StartAsync(_providerUrl, Path.Combine(_folder, "effects.txt"));
        var random = new Random(Environment.ProcessId);
        using var senders = new SmsSenders(_shopUrl);
        for (var cycle = 0; cycle < Cycles; cycle++)
        {
            await CycleAsync(senders, TimeSpan.FromMilliseconds(random.Next(5, 151)));
        }

        await using var shop = await CrashShop.StartAsync(Database, _shopUrl, _providerUrl);
        await senders.FinishAsync();
        var answered = senders.Answered;
        Assert.True(answered.Count >= Cycles, $"only {answered.Count} messages were answered in {Cycles} cycles");
        var timelines = await RepliedAsync(shop, answered);
        AssertTimelines(timelines, answered);
        AssertEffects(timelines, answered, provider.Effects);
        await shop.StopAsync();
        Assert.Equal("ok", Check());
    }

    private async Task CycleAsync(SmsSenders senders, TimeSpan load)
    {
        using var process = await ShopProcess.StartAsync(Database, _shopUrl, _providerUrl);
        using var stop = new CancellationTokenSource();
        var began = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var sending = senders.RunAsync(began, stop.Token);
        await began.Task.WaitAsync(TestTimeouts.Default);
        using var kill = new CancellationTokenSource(load);
        var due = new TaskCompletionSource();
        await using var registration = kill.Token.Register(due.SetResult);
        await due.Task.WaitAsync(TestTimeouts.Default);
        await process.KillAsync();
        await stop.CancelAsync();
        await sending.WaitAsync(TestTimeouts.Default);
    }

    /// <summary>Watches what happens until every message has its reply in the timeline, then until nothing is under way.</summary>
    private static async Task<List<TimelineEntry>> RepliedAsync(WebApplication shop, IReadOnlyCollection<int> answered)
    {
        var omni = shop.Services.GetRequiredService<IOmniChannel>();
        var missing = answered.Select(Reply).ToHashSet();
        using var timeout = new CancellationTokenSource(TestTimeouts.Default);
        await foreach (var e in omni.Events.WatchAsync(new(0, 0), timeout.Token))
        {
            if (e.Entry is { Author: ParticipantKind.System, Content: TextContent said } && missing.Remove(said.Text) && missing.Count == 0)
            {
                break;
            }
        }

        await shop.Services.GetRequiredService<IOmniChannelAccounts>().WhenIdleAsync(timeout.Token);
        var entries = new List<TimelineEntry>();
        foreach (var number in answered.Select(SmsSenders.Number).Distinct())
        {
            var customer = await omni.Customers.FindAsync(Identifier.Phone(number));
            await foreach (var entry in omni.Customers.TimelineAsync(customer!.Value))
            {
                entries.Add(entry);
            }
        }

        return entries;
    }

    private static void AssertTimelines(List<TimelineEntry> entries, IReadOnlyCollection<int> answered)
    {
        var said = entries.Where(e => e.Author == ParticipantKind.Customer).Select(e => (e.Content as TextContent)?.Text).OfType<string>().Order().ToList();
        Assert.Equal(answered.Select(s => string.Create(CultureInfo.InvariantCulture, $"{SmsSenders.Number(s)} {s}")).Order(), said);
        foreach (var conversation in entries.GroupBy(e => e.Conversation))
        {
            Assert.Equal(Enumerable.Range(1, conversation.Count()).Select(i => (long)i), conversation.Select(e => e.Sequence).Order());
        }
    }

    /// <summary>Nobody may know what became of a call under way at the kill: its message says that it is Unknown, and followers of it may still wait.</summary>
    private static void AssertEffects(List<TimelineEntry> entries, IReadOnlyCollection<int> answered, IReadOnlyDictionary<string, int> effects)
    {
        var replies = entries.Where(e => e is { Author: ParticipantKind.System, Content: TextContent }).ToList();
        Assert.Equal(answered.Select(Reply).Order(), replies.Select(r => ((TextContent)r.Content!).Text).Order());
        var unknown = entries.Where(e => e.Delivery == DeliveryState.Unknown).ToList();
        var held = unknown.Select(e => e.Conversation).ToHashSet();
        foreach (var reply in replies)
        {
            var text = ((TextContent)reply.Content!).Text;
            var times = effects.GetValueOrDefault(text);
            Assert.True(times <= 1, $"'{text}' was sent {times} times");
            var state = entries.LastOrDefault(e => e.Kind == EntryKind.Delivery && e.Message == reply.Message)?.Delivery ?? reply.Delivery;
            var isExcused = state == DeliveryState.Unknown || (state == DeliveryState.Queued && held.Contains(reply.Conversation));
            Assert.True(times == 1 || isExcused, $"'{text}' was never sent, and its message is {state}");
        }

        Assert.Empty(effects.Keys.Except(answered.Select(Reply)));
    }

    private string Check()
    {
        using var connection = new SqliteConnection($"Data Source={Database};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA quick_check";
        return (string)command.ExecuteScalar()!;
    }

    private static string Reply(int serial) => string.Create(CultureInfo.InvariantCulture, $"re {serial}");
}
