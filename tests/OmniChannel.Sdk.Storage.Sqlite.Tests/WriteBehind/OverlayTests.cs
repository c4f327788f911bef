using OmniChannel.Storage.Sqlite.WriteBehind;

namespace OmniChannel.Storage.Sqlite.Tests.WriteBehind;

public sealed class OverlayTests
{
    private readonly Overlay _overlay = new(new GenerationLimits { Items = 1000 });

    [Fact]
    public void View_CommitUnderWay_IsSeenExactlyWhenTheSnapshotHasIt()
    {
        var step = _overlay.Prepare(Commit(0, 1));
        Assert.False(Sees(1, moment: 0));
        _overlay.Announce(step);

        Assert.False(Sees(1, moment: 0));
        Assert.True(Sees(1, moment: 1));
        _overlay.Settle(1);
        Assert.True(Sees(1, moment: 1));
    }

    [Fact]
    public void Settle_TransactionDidNotLand_IsForgotten()
    {
        _overlay.Announce(_overlay.Prepare(Commit(0, 1)));
        _overlay.Settle(0);
        Run(Commit(0, 2));

        Assert.False(Sees(1, moment: 1));
        Assert.True(Sees(2, moment: 1));
    }

    [Fact]
    public void Settle_MomentOfSomebodyElse_IsInvalidData() => Assert.Throws<InvalidDataException>(() => _overlay.Settle(7));

    [Fact]
    public void Prepare_OutcomeBeforeUnknown_Throws()
    {
        _overlay.Announce(_overlay.Prepare(Commit(0, 1)));

        Assert.Throws<InvalidOperationException>(() => _overlay.Prepare(Commit(1, 2)));
    }

    [Fact]
    public void Prepare_ManyCommits_WriteEachRowOnceInEvenSlices()
    {
        var drained = new List<long>();
        var longest = 0;
        for (var i = 0; i < 1000; i++)
        {
            var step = Run(Commit(i * 5, [.. Enumerable.Range(0, 5).Select(k => (long)((i * 5) + k) * 7919 % 5003)]));
            if (step.Order is { } order)
            {
                longest = Math.Max(longest, step.DrainTo - step.DrainFrom);
                foreach (var (key, _) in order.Rows(step.DrainFrom, step.DrainTo))
                {
                    drained.Add(key.Key);
                }
            }
        }

        Assert.InRange(longest, 1, 14);
        Assert.True(drained.Count >= 3500, $"{drained.Count} rows");
        Assert.Equal(drained.Count, drained.Distinct().Count());
    }

    [Fact]
    public void Prepare_ManyCommits_SpendAsManyRedoRowsAsTheyWrite()
    {
        var (written, spent, most) = (0L, 0L, 0L);
        for (var i = 0; i < 6000; i++)
        {
            var step = Run(Commit(i, i));
            written = step.Moment;
            spent = Math.Max(spent, step.SpentTo);
            most = Math.Max(most, written - spent);
        }

        Assert.InRange(most, 1, 3 * 1000);
        Assert.InRange(spent, 3000, 6000);
    }

    [Fact]
    public void Prepare_QuietWorkspace_WritesAGenerationWithinTwiceItsAge()
    {
        var drained = 0L;
        for (var i = 0; i < 24; i++)
        {
            drained = Run(Commit(i, i) with { Journal = [Journal(i + 1, TimeSpan.FromMinutes(10 * i))] }).Drained ?? drained;
        }

        Assert.InRange(drained, 24 - 13, 24);
    }

    [Fact]
    public void Prepare_InboxKeyTwice_IsRefusedAndForgotten()
    {
        var row = new InboxRow { Key = new(1, 2), Sequence = 1, At = default };

        Assert.Throws<ArgumentException>(() => _overlay.Prepare(Commit(0, 1) with { Inbox = [row, row] }));
        _overlay.Settle(0);
        Assert.False(_overlay.Holds(row.Key));
        Run(Commit(0, 1) with { Inbox = [row] });
        Assert.True(_overlay.Holds(row.Key));
    }

    [Fact]
    public void PrepareFlush_TwoGenerations_AreWrittenOldestFirstAndNothingIsLeft()
    {
        for (var i = 0; i < 600; i++)
        {
            Run(Commit(i * 2, i, i + 1000));
        }

        var steps = new List<CommitStep>();
        while (_overlay.PrepareFlush() is { } step)
        {
            _overlay.Announce(step);
            _overlay.Settle(step.Moment);
            steps.Add(step);
        }

        Assert.Equal(2, steps.Count);
        Assert.True(steps[0].Drained < steps[1].Drained);
        Assert.Equal(1200, steps[1].Drained);
        Assert.Equal(600, steps[1].SpentTo);
        Assert.False(Sees(599, moment: 602));
    }

    private static EngineCommit Commit(long head, params long[] keys) => new()
    {
        ExpectedSequence = head,
        NewSequence = head + keys.Length,
        Journal = [.. keys.Select((_, i) => Journal(head + i + 1, TimeSpan.Zero))],
        Rows = [.. keys.Select(k => new StateRow { Key = new(StateTable.Profiles, k), AppliedSequence = head + 1, Value = new byte[10] })],
    };

    private static JournalRow Journal(long sequence, TimeSpan after) => new() { Sequence = sequence, InputKind = "", At = new DateTimeOffset(2026, 3, 1, 0, 0, 0, TimeSpan.Zero) + after, Facts = [] };

    private CommitStep Run(EngineCommit commit)
    {
        var step = _overlay.Prepare(commit);
        _overlay.Announce(step);
        _overlay.Settle(step.Moment);
        return step;
    }

    private bool Sees(long key, long moment)
    {
        using var view = _overlay.View(() => moment);
        return view.TryFind(new(StateTable.Profiles, key), out _);
    }
}
