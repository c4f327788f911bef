using OmniChannel.Routing.Metrics;

namespace OmniChannel.Routing.Core;

/// <summary>
/// Row J9: duplicates, transfers and ping-pong of an incident log of 300 incidents between four teams, folded from facts, against counts that a
/// script apart from this code made in the file, and against plain loops over its rows.
/// </summary>
public sealed class IncidentLogTests
{
    [Fact]
    public void J9_IncidentLog_HasTheCountsMadeApart()
    {
        var report = Replayed().Report();

        Assert.Equal((300, 23), (report.Offered, report.Duplicates));
        Assert.Equal(23.0 / 300, report.DuplicateRate, 12);
        Assert.Equal(new() { Contacts = 300, Moves = 381, Moved = 188, Returns = 131, PingPongs = 129, PingPonged = 77 }, report.BetweenQueues);
        Assert.Equal(new() { Contacts = 277, Moves = 381, Moved = 188, Returns = 7, PingPongs = 4, PingPonged = 4 }, report.BetweenAgents);
        Assert.Equal((188.0 / 300, 77.0 / 300), (report.BetweenQueues.MovedRate, report.BetweenQueues.PingPongRate));
    }

    [Theory]
    [InlineData("desk")]
    [InlineData("network")]
    [InlineData("apps")]
    [InlineData("vendor")]
    public void J9_OneTeam_EqualsPlainLoopsOverItsIncidents(string team)
    {
        var report = Replayed().Report(team);
        var paths = LogReplay.Rows("incidents.csv").Where(r => r[3].Length > 0).GroupBy(r => r[1]).Select(g => g.Select(r => r[3]).ToList())
            .Where(p => p.Contains(team)).ToList();

        Assert.Equal(paths.Sum(p => p.Count(t => t == team)), report.Offered);
        Assert.Equal(paths.Sum(p => p.Count - 1), report.BetweenQueues.Moves);
        Assert.Equal(paths.Sum(p => p.Where((t, i) => i >= 2 && p[i - 2] == t).Count()), report.BetweenQueues.PingPongs);
    }

    private static ContactStatistics Replayed()
    {
        var replay = new LogReplay("desk", "network", "apps", "vendor");
        var taken = new HashSet<int>();
        foreach (var row in LogReplay.Rows("incidents.csv"))
        {
            var (at, incident) = (LogReplay.Number(row[0]), LogReplay.Number(row[1]));
            switch (row[2])
            {
                case "opened":
                    replay.Come(incident, row[3], at);
                    break;
                case "taken":
                    taken.Add(incident);
                    replay.Take(incident, row[4], at);
                    break;
                case "assigned":
                    replay.Pass(incident, row[3], at);
                    break;
                case "duplicate":
                    replay.Repeat(incident, at);
                    break;
                case "closed" when taken.Contains(incident):
                    replay.Finish(incident, at);
                    break;
                case "closed":
                    replay.GoAway(incident, at);
                    break;
            }
        }

        return replay.Statistics;
    }
}
