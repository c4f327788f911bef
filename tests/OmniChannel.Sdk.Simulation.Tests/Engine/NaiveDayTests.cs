using FsCheck;
using FsCheck.Fluent;
using OmniChannel.Simulation.Rehearsals;
using OmniChannel.Simulation.Scenarios;

namespace OmniChannel.Simulation.Engine;

public sealed class NaiveDayTests
{
    /// <summary>Random floors and days: skills, levels, ordered groups, rates, priorities, patience, limits.</summary>
    [Fact]
    public void Rehearsal_OfRandomDays_IsTheDayPlayedByHand() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(Scale.Of(1000)),
        Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed =>
        {
            var random = new Random(seed);
            var scenario = Floor(random);
            var day = Day(random, scenario);
            var expected = new NaiveDay(scenario, day).Play();
            var actual = Rehearsal.Run(day, scenario, new() { Threads = 1 }).Contacts;
            for (var i = 0; i < expected.Length; i++)
            {
                Assert.Equal((expected[i].Outcome, expected[i].Group), (actual[i].Outcome, actual[i].Group));
                Assert.Equal(expected[i].Wait, actual[i].Wait, 1e-9);
            }
        }));

    private static Scenario Floor(Random random)
    {
        string[] skills = ["x", "y", "z"];
        var groups = Enumerable.Range(0, random.Next(1, 4)).Select(g => new AgentGroup
        {
            Name = $"g{g}",
            Count = random.Next(1, 4),
            Skills = skills.Where(_ => g == 0 || random.Next(2) == 0).ToDictionary(s => s, _ => g == 0 ? 3 : random.Next(1, 4)),
            ServiceRate = 0.5 + random.NextDouble(),
            ServiceRates = random.Next(2) == 0 ? new Dictionary<string, double> { ["c0"] = 2 } : [],
        }).ToList();
        var classes = Enumerable.Range(0, random.Next(1, 4)).Select(c => new WorkClass
        {
            Name = $"c{c}",
            Rate = 1,
            Priority = random.Next(3),
            Skills = skills.Where(_ => random.Next(3) == 0).ToDictionary(s => s, _ => random.Next(1, 4)),
            Groups = random.Next(2) == 0 ? null : [.. groups.Select(g => g.Name).Where(n => n != "g0" && random.Next(2) == 0).Append("g0").OrderBy(_ => random.Next())],
        }).ToList();
        return new()
        {
            Replications = 1,
            Lines = random.Next(3) == 0 ? random.Next(1, 8) : null,
            QueueLimit = random.Next(3) == 0 ? random.Next(0, 5) : null,
            Classes = classes,
            Agents = groups,
        };
    }

    private static RecordedDay Day(Random random, Scenario scenario)
    {
        var now = 0.0;
        var agents = scenario.Agents.Sum(g => g.Count);
        return new()
        {
            Contacts = [.. Enumerable.Range(0, random.Next(1, 80)).Select(_ => new DayContact
            {
                At = now += random.NextDouble() * 1.5 / agents,
                Class = scenario.Classes[random.Next(scenario.Classes.Count)].Name,
                Service = random.NextDouble() * 2,
                Patience = random.Next(2) == 0 ? null : random.NextDouble() * 2,
            })],
        };
    }
}
