using System.Text;
using OmniChannel.Engagement.Facts;
using OmniChannel.Engagement.Inputs;
using OmniChannel.Engagement.State;
using OmniChannel.Routing.Model;
using OmniChannel.Routing.Policies;

namespace OmniChannel.Engagement.Engine;

/// <summary>Determinism: replay, restart and batch boundaries change nothing. A seed that ever failed stays in the list.</summary>
public sealed class ReplayTests
{
    public static TheoryData<int, int> Runs { get; } = RandomRuns.Of(60, 500);

    // Priorities by what is known for all; by the seed a policy that gives at once, one with batch windows, or one that learns.
    private static WorkspaceRules Rules(int seed) => RigRules.New(seed % 2 == 0) with
    {
        Routing = new()
        {
            Teams = { "returns" },
            Priorities =
            {
                new() { Name = "size", Values = { "21" }, Steps = 2 },
                new() { Name = "topic" },
                new() { Repeats = 1, Queue = "general", Steps = -1 },
            },
            Policy = (seed % 3) switch
            {
                0 => new LongestIdlePolicy(),
                1 => new BatchOptimalPolicy { Window = 700, IdleWeight = 0.01 },
                _ => new ShadowPricePolicy { LearnedPrice = 2, LearningRate = 0.2, WaitWeight = 0.001 },
            },
        },
    };

    [Theory]
    [MemberData(nameof(Runs))]
    public async Task Journal_Replayed_GivesEveryRow(int seed, int steps)
    {
        var rig = await BusyAsync(seed, steps);

        var replayed = new WorkspaceState(EngineRig.Seed, Rules(seed));
        foreach (var fact in rig.Store.Journal.SelectMany(FactCodec.Decode))
        {
            replayed.Apply(fact);
        }

        var expected = rig.Store.Rows.ToDictionary(r => Name(r.Key), r => Value(r.Value));
        var actual = replayed.Tables
            .SelectMany(t => t.Keys.Select(k => t.ToRow(k, t.Peek(k)!, 0)))
            .ToDictionary(r => Name(r.Key), Value);
        AssertSame(expected, actual);
    }

    [Theory]
    [MemberData(nameof(Runs))]
    public async Task Restart_BetweenAnyTwoInputs_ChangesNothing(int seed, int steps)
    {
        var rules = Rules(seed);
        var first = await EngineRig.StartAsync(rules);
        var traffic = await new RandomTraffic(seed, first).RunAsync(steps);

        var chance = new Random(seed);
        var second = await EngineRig.StartAsync(rules);
        foreach (var step in traffic)
        {
            second.Now += step.Passes;
            if (chance.Next(4) == 0)
            {
                await second.RestartAsync();
            }

            await second.RunAsync(step.Input is { } input ? [input] : []);
        }

        AssertSameJournal(first, second);
        AssertSame(first.Store.Rows.ToDictionary(r => Name(r.Key), r => Value(r.Value)), second.Store.Rows.ToDictionary(r => Name(r.Key), r => Value(r.Value)));
    }

    [Theory]
    [MemberData(nameof(Runs))]
    public async Task Batches_OfAnySize_GiveTheSameBytes(int seed, int steps)
    {
        var rules = Rules(seed);
        var single = await EngineRig.StartAsync(rules);
        var traffic = await new RandomTraffic(seed, single).RunAsync(steps);

        foreach (var size in new[] { 7, 64 })
        {
            var rig = await EngineRig.StartAsync(rules);
            var batch = new List<EngineInput>();
            foreach (var step in traffic)
            {
                if (batch.Count == size || (step.Passes > TimeSpan.Zero && batch.Count > 0))
                {
                    await rig.RunAsync([.. batch]);
                    batch.Clear();
                }

                rig.Now += step.Passes;
                batch.AddRange(step.Input is { } input ? [input] : []);
            }

            await rig.RunAsync([.. batch]);
            AssertSameJournal(single, rig);
        }
    }

    [Theory]
    [MemberData(nameof(Runs))]
    public async Task State_AfterEveryInput_KeepsItsRules(int seed, int steps)
    {
        var rig = await EngineRig.StartAsync(Rules(seed));
        await new RandomTraffic(seed, rig) { After = (input, outcome) => Invariants.Check(rig, input, outcome) }.RunAsync(steps);
    }

    [Fact]
    public async Task Journal_OfBusyRuns_HoldsWindowsLearnedPricesAndPriorities()
    {
        var facts = new List<object>();
        for (var seed = 1; seed <= 3; seed++)
        {
            facts.AddRange((await BusyAsync(seed)).Store.Journal.SelectMany(FactCodec.Decode));
        }

        Assert.Contains(facts, f => f is WindowMoved { Until: not null });
        Assert.Contains(facts, f => f is WindowMoved { Until: null });
        Assert.Contains(facts, f => f is SkillPriced { Waits: > 0 });
        Assert.Contains(facts, f => f is WorkItemChanged { Cause: WorkCause.Prioritised, Item.Steps: not 0 });
    }

    [Fact]
    public async Task Poison_InABusyRun_IsRecordedAndChangesNothingElse()
    {
        var rig = await BusyAsync(3);

        var poisoned = rig.Store.Journal.Where(r => r.Facts.Any(f => f.Kind == "workspace.poisoned")).ToList();
        Assert.NotEmpty(poisoned);
        Assert.All(poisoned, r => Assert.Single(r.Facts));
        Assert.All(
            poisoned.SelectMany(FactCodec.Decode).Cast<InputPoisoned>(),
            f => Assert.True(f.Reason is "PoisonInput: InvalidOperationException" or "ChannelInput: NullReferenceException", f.Reason));
    }

    private static async Task<EngineRig> BusyAsync(int seed, int steps = 500)
    {
        var rig = await EngineRig.StartAsync(Rules(seed));
        await new RandomTraffic(seed, rig).RunAsync(steps);
        return rig;
    }

    private static void AssertSameJournal(EngineRig first, EngineRig second)
    {
        var expected = first.Store.Journal.Select(Text).ToList();
        var actual = second.Store.Journal.Select(Text).ToList();
        foreach (var (left, right) in expected.Zip(actual))
        {
            Assert.True(left == right, $"- {left}\n+ {right}");
        }

        Assert.Equal(expected.Count, actual.Count);
    }

    private static void AssertSame(Dictionary<string, string> expected, Dictionary<string, string> actual)
    {
        Assert.Empty(expected.Keys.Except(actual.Keys));
        Assert.Empty(actual.Keys.Except(expected.Keys));
        foreach (var (key, value) in expected)
        {
            Assert.True(value == actual[key], $"{key}\n- {value}\n+ {actual[key]}");
        }
    }

    private static string Text(JournalRow row) =>
        $"{row.Sequence} {row.InputKind} {row.At:O} {row.Conversation} {row.FirstEntry} {row.Subject} "
        + string.Join(' ', row.Facts.Select(f => $"{f.Kind}/{f.Version} {Encoding.UTF8.GetString(f.Body.Span)}")) + " " + Encoding.UTF8.GetString(row.Payload.Span);

    private static string Name(RowKey key) => $"{key.Table} {key.Key}";

    private static string Value(StateRow row) => $"{row.Parent} {row.IsResident} {Encoding.UTF8.GetString(row.Value.Span)}";
}
