using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using OmniChannel.Customers;
using OmniChannel.Engagement.State;
using OmniChannel.Identity;
using OmniChannel.Routing;
using OmniChannel.Storage;

namespace OmniChannel.Load;

/// <summary>
/// From the first webhook of a call to the one event on the agent's stream that holds the name, every entry and the open question, with
/// many customers and messages stored. Each caller has an open conversation with an agent, as in the story; everybody else's is closed.
/// </summary>
internal sealed class VoiceRing(string folder, BareStore bare, LoadOptions options)
{
    private const int HeldEach = 4;
    private const int CallWeight = 4;

    public async Task RunAsync(LoadReport report, Action<string> progress)
    {
        var each = Math.Max(1, options.StoredMessages / options.Customers);
        await using (var host = await LoadHost.StartAsync(folder, bare, options.Batch))
        {
            progress($"{options.Customers} customers with {each} messages each");
            await Customers.WriteAsync(host.Inbound, options.Customers, each, _ => { });
            for (var caller = 0; caller < options.Calls; caller++)
            {
                await host.Omni.Customers.ImportAsync("load", Record(caller));
            }

            await CloseOthersAsync(host);
        }

        await using var again = await LoadHost.StartAsync(folder, bare, options.Batch);
        var agents = (options.Calls + HeldEach - 1) / HeldEach;
        var callers = await HoldAsync(again, agents);
        progress($"{agents} agents hold {callers.Count} conversations");
        if (callers.Count != options.Calls)
        {
            throw new InvalidOperationException($"{callers.Count} of {options.Calls} callers have an open conversation: the prepared rows were not read.");
        }

        var times = new List<double>();
        using var sender = new Sender(1, again.Address);
        foreach (var (customer, agent) in callers)
        {
            times.Add(await RingAsync(again, sender, customer, agent, each));
        }

        var measured = times.Skip(Math.Min(20, times.Count / 4)).ToList();
        (report.VoiceRingP50Ms, report.VoiceRingP99Ms) = (Numbers.At(measured, 0.5), Numbers.At(measured, 0.99));
        report.VoiceStoredMessages = each * options.Customers;
    }

    private static CustomerRecord Record(int customer) => new()
    {
        ExternalId = customer.ToString(CultureInfo.InvariantCulture),
        Name = new() { Family = Name(customer) },
        Identifiers = [Identifier.Phone(Webhook.Number(customer))],
    };

    private static string Name(int customer) => string.Create(CultureInfo.InvariantCulture, $"Customer {customer}");

    /// <summary>Closes conversations in the store, which no agent could do in a minute: only the callers' stay open and waiting.</summary>
    private async Task CloseOthersAsync(LoadHost host)
    {
        var workspace = new WorkspaceId("default");
        var seed = new WorkspaceHead { Sequence = 0, HashKey = new byte[32], IdSeed = 1 };
        var open = Enumerable.Range(0, options.Calls).Select(Webhook.Number).ToHashSet();
        var load = await host.Store.LoadAsync(workspace, seed, CancellationToken.None);
        var (closed, items, kept) = (new List<StateRow>(), new List<StateRow>(), new HashSet<long>());
        await foreach (var row in load.Rows)
        {
            if (row.Key.Table == StateTable.WorkItems)
            {
                items.Add(row);
            }
            else if (row.Key.Table == StateTable.Conversations)
            {
                var state = JsonSerializer.Deserialize(row.Value.Span, StateJson.Default.ConversationState)!;
                if (open.Contains(state.Legs[0].SenderId))
                {
                    kept.Add(row.Key.Key);
                    continue;
                }

                state = state with { IsOpen = false, ClosedAt = new(2026, 1, 2, 0, 0, 0, TimeSpan.Zero), UnansweredSince = null };
                closed.Add(row with { Value = StoredJson.Write(state, StateJson.Default.ConversationState) });
            }
        }

        await host.Store.CommitAsync(
            workspace,
            new()
            {
                ExpectedSequence = load.Head.Sequence,
                NewSequence = load.Head.Sequence,
                LeaseEpoch = load.Head.LeaseEpoch,
                Rows = closed,
                Removed = [.. items.Where(i => !kept.Contains(i.Parent)).Select(i => i.Key)],
            },
            CancellationToken.None);
    }

    /// <summary>Agents take what waits, and then have room for one call; gives the callers with their agents.</summary>
    private async Task<List<(int Customer, AgentId Agent)>> HoldAsync(LoadHost host, int agents)
    {
        var callers = new List<(int, AgentId)>();
        var byName = Enumerable.Range(0, options.Calls).ToDictionary(Name);
        for (var i = 0; i < agents; i++)
        {
            var agent = new AgentId(string.Create(CultureInfo.InvariantCulture, $"agent-{i}"));
            await host.Omni.Agents.SignInAsync(Profile(agent, HeldEach));
            foreach (var offer in (await host.Omni.Agents.DeskAsync(agent, Locale.English)).Offers)
            {
                await host.Omni.Agents.AcceptAsync(agent, offer.Id);
                callers.Add((byName[offer.Conversation.Customer.Name ?? ""], agent));
            }
        }

        foreach (var agent in callers.Select(c => c.Item2).Distinct())
        {
            await host.Omni.Agents.SignInAsync(Profile(agent, HeldEach + CallWeight));
        }

        return callers;
    }

    private static AgentProfile Profile(AgentId agent, int capacity) => new()
    {
        Id = agent,
        DisplayName = agent.Value,
        Capacity = capacity,
        Phone = new("tel:+81312340001"),
    };

    private static async Task<double> RingAsync(LoadHost host, Sender sender, int customer, AgentId agent, int entries)
    {
        using var timeout = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        var desks = host.Omni.Agents.WatchDeskAsync(agent, Locale.English, timeout.Token).GetAsyncEnumerator(timeout.Token);
        await desks.MoveNextAsync();
        var call = Webhook.Call(host.PublicBase, customer, customer, "ringing").ToHttp(host.Address.ToString());
        var start = Stopwatch.GetTimestamp();
        var answered = sender.SendAsync([call]);
        while (!desks.Current.Offers.Any(o => o.IsCall && o.Conversation is { OpenQuestion.Length: > 0 } c && c.Customer.Name == Name(customer) && c.Entries.Count > entries))
        {
            await desks.MoveNextAsync();
        }

        var milliseconds = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        await desks.DisposeAsync();
        await answered;
        await sender.SendAsync([Webhook.Call(host.PublicBase, customer, customer, "completed").ToHttp(host.Address.ToString())]);
        return milliseconds;
    }
}
