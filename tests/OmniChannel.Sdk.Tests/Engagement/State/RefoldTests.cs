using OmniChannel.Engagement.Engine;

namespace OmniChannel.Engagement.State;

/// <summary>P8: after an undo each conversation has what it would have without the join, and what happened to it since.</summary>
public sealed class RefoldTests
{
    public static TheoryData<int> Seeds { get; } = [.. Enumerable.Range(1, Scale.Of(400))];

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task P8_JoinsUndoneAtAnyMoment_LeaveEachWhatItHasByItself(int seed)
    {
        var rules = RigRules.New(false);
        var run = new UndoRun(seed, await EngineRig.StartAsync(rules), await EngineRig.StartAsync(rules));

        await run.RunAsync(2 + (seed % 2), 80);

        Assert.True(run.Compared > 0);
    }
}
