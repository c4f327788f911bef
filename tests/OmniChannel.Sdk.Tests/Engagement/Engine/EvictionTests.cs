using System.Text;
using OmniChannel.Engagement.Facts;
using OmniChannel.Engagement.State;

namespace OmniChannel.Engagement.Engine;

/// <summary>Whatever leaves memory, and whenever: nothing that is decided, stored or sent differs from an engine that keeps everything.</summary>
public sealed class EvictionTests
{
    public static TheoryData<int, int> Runs { get; } = RandomRuns.Of(60, 500);

    [Theory]
    [MemberData(nameof(Runs))]
    public async Task Conversations_LeavingAtAnyMoment_ChangeNothing(int seed, int steps)
    {
        var rules = RigRules.New(seed % 2 == 0);
        var keeps = await EngineRig.StartAsync(rules);
        var traffic = await new RandomTraffic(seed, keeps).RunAsync(steps);

        var chance = new Random(seed);
        var leaves = await EngineRig.StartAsync(rules, _ => chance.Next(4) != 0);
        foreach (var step in traffic)
        {
            leaves.Now += step.Passes;
            if (chance.Next(200) == 0)
            {
                await leaves.RestartAsync();
            }

            await leaves.RunAsync(step.Input is { } input ? [input] : []);
        }

        AssertSame(keeps.Store.Journal.Select(Text), leaves.Store.Journal.Select(Text));
        AssertSame(Rows(keeps), Rows(leaves));
        Assert.Equal(keeps.Work.Select(w => (w.Message?.Id, w.Message?.Attempt, w.Effect?.Id)), leaves.Work.Select(w => (w.Message?.Id, w.Message?.Attempt, w.Effect?.Id)));
        Assert.Equal(keeps.View.Floor, leaves.View.Floor);
        Assert.Equal(leaves.State.Conversations.Count, leaves.View.Resident);
        Assert.True(leaves.View.Resident < keeps.View.Resident, $"{leaves.View.Resident} of {keeps.View.Resident} conversations stayed");
    }

    [Theory]
    [MemberData(nameof(Runs))]
    public async Task Journal_OfAnEngineThatForgets_ReplaysToEveryRow(int seed, int steps)
    {
        var rules = RigRules.New(seed % 2 == 0);
        var chance = new Random(seed);
        var rig = await EngineRig.StartAsync(rules, _ => chance.Next(2) == 0);
        await new RandomTraffic(seed, rig).RunAsync(steps);

        var replayed = new WorkspaceState(EngineRig.Seed, rules);
        foreach (var fact in rig.Store.Journal.SelectMany(FactCodec.Decode))
        {
            replayed.Apply(fact);
        }

        var rows = replayed.Tables.SelectMany(t => t.Keys.Select(k => t.ToRow(k, t.Peek(k)!, 0))).Select(Text).Order(StringComparer.Ordinal);
        AssertSame(Rows(rig), rows);
    }

    private static IEnumerable<string> Rows(EngineRig rig) => rig.Store.Rows.Values.Select(Text).Order(StringComparer.Ordinal);

    private static void AssertSame(IEnumerable<string> expected, IEnumerable<string> actual)
    {
        var (left, right) = (expected.ToList(), actual.ToList());
        foreach (var (one, other) in left.Zip(right))
        {
            Assert.True(one == other, $"- {one}\n+ {other}");
        }

        Assert.Equal(left.Count, right.Count);
    }

    private static string Text(StateRow row) => $"{row.Key.Table} {row.Key.Key} {row.Parent} {row.IsResident} {Encoding.UTF8.GetString(row.Value.Span)}";

    private static string Text(JournalRow row) =>
        $"{row.Sequence} {row.InputKind} {row.At:O} {row.Conversation} {row.FirstEntry} {row.Subject} "
        + string.Join(' ', row.Facts.Select(f => $"{f.Kind}/{f.Version} {Encoding.UTF8.GetString(f.Body.Span)}")) + " " + Encoding.UTF8.GetString(row.Payload.Span);
}
