using OmniChannel.Routing.Metrics;

namespace OmniChannel.Routing.Core;

/// <summary>
/// Row J10 (and J5 of one branch): speed of answer, service level, abandonment and handle time of a call-centre log of 600 calls, folded from
/// facts, against values that a script apart from this code counted in the file, and against plain sums over its rows.
/// </summary>
public sealed class CallLogTests
{
    [Theory]
    [InlineData("", 600, 538, 16.775092936802974, 0.6566666666666666, 0.6888111888111889, 0.10333333333333333, 221.63197026022306, 210, 40.935483870967744)]
    [InlineData("sales", 176, 156, 13.570512820512821, 0.6875, 0.7202380952380952, 0.11363636363636363, 242.55128205128204, 210, 42.4)]
    [InlineData("service", 304, 277, 17.259927797833935, 0.6513157894736842, 0.678082191780822, 0.08881578947368421, 212.76534296028882, 190, 42.55555555555556)]
    [InlineData("branch-shibuya", 120, 105, 20.257142857142856, 0.625, 0.6696428571428571, 0.125, 213.94285714285715, 183, 36.06666666666667)]
    public void J10_CallLog_HasTheFiguresCountedApart(
        string queue, int offered, int answered, double speed, double level, double forgiven, double abandonment, double handle, double longest, double toAbandon)
    {
        var report = queue.Length == 0 ? Replayed().Report() : Replayed().Report(queue);

        Assert.Equal((offered, answered, offered - answered, 0), (report.Offered, report.Answered, report.Abandoned, report.Others));
        Assert.Equal(speed, report.AverageSpeedOfAnswer.TotalSeconds, 6);
        Assert.Equal(level, report.ServiceLevel(TimeSpan.FromSeconds(20)), 12);
        Assert.Equal(forgiven, report.ServiceLevel(TimeSpan.FromSeconds(20), forgiveShort: true), 12);
        Assert.Equal(abandonment, report.AbandonmentRate, 12);
        Assert.Equal(handle, report.AverageHandleTime.TotalSeconds, 6);
        Assert.Equal(longest, report.LongestWait.TotalSeconds);
        Assert.Equal(toAbandon, report.AverageTimeToAbandon.TotalSeconds, 6);
    }

    [Fact]
    public void J10_CallLog_EqualsPlainSumsAtEveryThreshold()
    {
        var report = Replayed().Report();
        var rows = LogReplay.Rows("calls.csv");
        var waits = rows.Where(r => r[3].Length > 0).Select(r => LogReplay.Number(r[3]) - LogReplay.Number(r[2])).ToList();

        for (var within = 0; within <= 220; within += 5)
        {
            Assert.Equal((double)waits.Count(w => w <= within) / rows.Count, report.ServiceLevel(TimeSpan.FromSeconds(within)), 12);
        }

        Assert.Equal(["branch-shibuya", "sales", "service"], Replayed().Queues);
        Assert.Equal(0, report.BetweenQueues.Moves);
    }

    [Fact]
    public void J5_BranchQueue_WaitAndServeTimesAreThoseOfItsTickets()
    {
        var branch = Replayed().Report("branch-shibuya");
        var served = LogReplay.Rows("calls.csv").Where(r => r[1] == "branch-shibuya" && r[3].Length > 0).ToList();

        Assert.Equal(served.Average(r => LogReplay.Number(r[3]) - LogReplay.Number(r[2])), branch.AverageSpeedOfAnswer.TotalSeconds, 6);
        Assert.Equal(served.Average(r => LogReplay.Number(r[4]) - LogReplay.Number(r[3])), branch.AverageHandleTime.TotalSeconds, 6);
        Assert.Equal((served.Count, served.Count), (branch.Answered, branch.Handled));
    }

    private static ContactStatistics Replayed()
    {
        var replay = new LogReplay("sales", "service", "branch-shibuya");
        var moments = new List<(int At, int Order, Action<LogReplay, int> Act)>();
        foreach (var row in LogReplay.Rows("calls.csv"))
        {
            var call = LogReplay.Number(row[0]);
            moments.Add((LogReplay.Number(row[2]), 0, (r, at) => r.Come(call, row[1], at)));
            if (row[3].Length > 0)
            {
                moments.Add((LogReplay.Number(row[3]), 1, (r, at) => r.Take(call, row[5], at)));
            }

            moments.Add((LogReplay.Number(row[4]), 2, (r, at) =>
            {
                if (row[3].Length > 0)
                {
                    r.Finish(call, at);
                }
                else
                {
                    r.GoAway(call, at);
                }
            }
            ));
        }

        foreach (var (at, _, act) in moments.OrderBy(m => m.At).ThenBy(m => m.Order))
        {
            act(replay, at);
        }

        return replay.Statistics;
    }
}
