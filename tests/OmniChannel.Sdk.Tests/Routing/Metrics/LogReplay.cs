using System.Globalization;
using System.Runtime.CompilerServices;
using OmniChannel.Routing.Metrics;
using OmniChannel.Routing.Model;

namespace OmniChannel.Routing.Core;

/// <summary>Plays a log on a core, whose agents take what the log says they took, and folds the core's facts.</summary>
internal sealed class LogReplay
{
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);
    private readonly WorkFacts _facts = new();
    private readonly RoutingCore _core;
    private readonly string[] _queues;
    private readonly List<string> _agents = [];
    private readonly Dictionary<string, AgentHandle> _byName = [];
    private readonly Dictionary<long, WorkHandle> _work = [];

    public LogReplay(params string[] queues)
    {
        _queues = queues;
        _core = new(new() { Queues = [.. queues.Select(q => new WorkQueueOptions { Name = q, Pull = true })] });
    }

    public ContactStatistics Statistics { get; } = new();

    /// <summary>The rows of a file beside this one, without its heading.</summary>
    public static List<string[]> Rows(string file, [CallerFilePath] string beside = "") =>
        [.. File.ReadLines(Path.Combine(Path.GetDirectoryName(beside)!, file)).Skip(1).Select(line => line.Split(','))];

    public static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    public void Come(long contact, string queue, int at) => Fold(_work[contact] = _core.Enqueue(new() { Tag = contact, Queue = Array.IndexOf(_queues, queue) }, at, _facts));

    public void Take(long contact, string agent, int at)
    {
        if (!_byName.TryGetValue(agent, out var handle))
        {
            _byName[agent] = handle = _core.AddAgent(new() { Capacity = 1000 });
            _agents.Add(agent);
            _core.SetPresence(handle, present: true, at, _facts);
        }

        Assert.Equal(RoutingOutcome.Done, _core.Claim(_work[contact], handle, at, _facts));
        Fold();
    }

    public void Pass(long contact, string queue, int at)
    {
        Assert.Equal(RoutingOutcome.Done, _core.Transfer(_work[contact], new() { Queue = Array.IndexOf(_queues, queue) }, RoutingCore.AnyEpoch, at, _facts));
        Fold();
    }

    public void Finish(long contact, int at)
    {
        Assert.Equal(RoutingOutcome.Done, _core.Complete(_work[contact], RoutingCore.AnyEpoch, at, _facts));
        Fold();
    }

    public void GoAway(long contact, int at)
    {
        Assert.Equal(RoutingOutcome.Done, _core.Cancel(_work[contact], at, _facts));
        Fold();
    }

    /// <summary>What the core is not told: the contact is about something that is known.</summary>
    public void Repeat(long contact, int at) => Statistics.Add(new() { Contact = contact, Kind = ContactStepKind.Duplicate, At = Start.AddSeconds(at) });

    private void Fold(WorkHandle work = default)
    {
        foreach (ref readonly var fact in _facts.Span)
        {
            if (ContactSteps.Of(fact, tick => Start.AddSeconds(tick), q => _queues[q], a => _agents[a]) is { } step)
            {
                Statistics.Add(step);
            }
        }

        _facts.Clear();
    }
}
