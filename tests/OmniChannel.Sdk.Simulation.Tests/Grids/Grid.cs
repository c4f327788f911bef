using OmniChannel.Simulation.Exact;
using OmniChannel.Simulation.Scenarios;

namespace OmniChannel.Simulation.Grids;

/// <summary>Scenarios with exact answers; each gives one row to a measure.</summary>
internal static class Grid
{
    public static IReadOnlyList<Func<IEnumerable<Row>>> Of(string name) => name switch
    {
        "ErlangB" => Cases([1, 2, 5, 12, 40], [0.2, 0.5, 0.8, 0.9, 1, 1.3, 2], Loss),
        "ErlangC" => Cases([1, 2, 4, 8, 20, 60], [0.1, 0.3, 0.5, 0.7, 0.8, 0.9, 0.95], Delay),
        "ErlangA" => Cases([1, 3, 10, 40], [0.5, 0.8, 1, 1.2, 1.6], Impatience),
        "FiniteQueue" => Cases([1, 2, 6, 15], [0.3, 0.7, 0.95, 1.2, 1.8], Finite),
        "Priorities" => Cases([1, 2, 5, 16], [0.3, 0.5, 0.6, 0.7, 0.8, 0.9], Priorities),
        "Skills" => Cases([0, 1, 2, 3], [0.5, 0.65, 0.8, 1, 1.15], Skills),
        "WrapUp" => Cases([1, 2, 5, 12], [0.4, 0.8, 1.2], HoldingGrid.WrapUp),
        "Offers" => Cases([0, 1, 2, 3], [0.3, 0.6, 0.8], HoldingGrid.Offers),
        "Channels" => Cases([4, 9, 16], [0.5, 1, 2], HoldingGrid.Channels),
        _ => throw new ArgumentOutOfRangeException(nameof(name)),
    };

    private static IReadOnlyList<Func<IEnumerable<Row>>> Cases(int[] sizes, double[] loads, Func<int, double, IEnumerable<Row>> of) =>
        [.. loads.SelectMany(load => sizes.Select(size => (Func<IEnumerable<Row>>)(() => of(size, load))))];

    private static IEnumerable<Row> Loss(int agents, double load) => Floors.Compare(
        $"B({agents}, {load})",
        Floors.One(agents, load * agents) with { Lines = agents },
        ("pBlock", ErlangB.Blocking(agents, load * agents), r => r.Overall.PBlock),
        ("occupancy", load * (1 - ErlangB.Blocking(agents, load * agents)), r => r.Overall.Occupancy),
        ("pWait", 0, r => r.Overall.PWait));

    private static IEnumerable<Row> Delay(int agents, double load)
    {
        var (service, rate) = (2.5, load * agents * 2.5);
        double[] times = [0.02, 0.4];
        return Floors.Compare(
            $"C({agents}, {load})",
            Floors.One(agents, rate, service) with { ServiceLevelTimes = times, Arrivals = load > 0.8 ? 50_000 : 15_000, Warmup = load > 0.8 ? 15_000 : 3_000 },
            ("pWait", ErlangC.Wait(agents, load * agents), r => r.Overall.PWait),
            ("meanWait", ErlangC.MeanWait(agents, rate, service), r => r.Overall.MeanWait),
            ("meanWaitServed", ErlangC.MeanWait(agents, rate, service), r => r.Overall.MeanWaitServed),
            ("p95Wait", ErlangC.P95(agents, rate, service), r => r.Overall.P95Wait),
            ("level 0.02", 1 - ErlangC.Tail(agents, rate, service, times[0]), r => r.Overall.ServiceLevel[0].Share),
            ("level 0.4", 1 - ErlangC.Tail(agents, rate, service, times[1]), r => r.Overall.ServiceLevel[1].Share),
            ("occupancy", load, r => r.Overall.Occupancy));
    }

    private static IEnumerable<Row> Impatience(int agents, double load)
    {
        var exact = new ErlangA(agents, load * agents, 1, 0.7);
        return Floors.Compare(
            $"A({agents}, {load})",
            Floors.One(agents, load * agents, patience: 0.7) with { ServiceLevelTimes = [0.1] },
            ("pWait", exact.Wait, r => r.Overall.PWait),
            ("pAbandon", exact.Abandon, r => r.Overall.PAbandon),
            ("meanWait", exact.MeanWait, r => r.Overall.MeanWait),
            ("level", exact.Level(0.1), r => r.Overall.ServiceLevel[0].Share),
            ("p95Wait", Invert(exact.Tail, 0.05), r => r.Overall.P95Wait),
            ("occupancy", load * (1 - exact.Abandon), r => r.Overall.Occupancy));
    }

    private static IEnumerable<Row> Finite(int agents, double load) => new[] { (agents + 1, false), (2 * agents, true), (agents + 20, true) }.SelectMany(x =>
    {
        var exact = new FiniteQueue(agents, x.Item1, load * agents, 1);
        var floor = Floors.One(agents, load * agents);
        return Floors.Compare(
            $"M/M/{agents}/{x.Item1} at {load}",
            x.Item2 ? floor with { QueueLimit = x.Item1 - agents } : floor with { Lines = x.Item1 },
            ("pBlock", exact.Block, r => r.Overall.PBlock),
            ("pWait", exact.Wait, r => r.Overall.PWait),
            ("meanWait", exact.MeanWait, r => r.Overall.MeanWait),
            ("occupancy", exact.Occupancy, r => r.Overall.Occupancy));
    });

    private static IEnumerable<Row> Priorities(int agents, double load)
    {
        double[] rates = [0.2 * load * agents, 0.3 * load * agents, 0.5 * load * agents];
        var waits = Cobham.MeanWaits(agents, 1, rates);
        var scenario = Floors.One(agents, 1) with
        {
            Arrivals = 40_000,
            Warmup = 8_000,
            Classes = [.. rates.Select((rate, k) => new WorkClass { Name = $"p{k}", Rate = rate, Priority = 10 - (5 * k) })],
        };
        return Floors.Compare(
            $"priorities({agents}, {load})",
            scenario,
            ("urgent", waits[0], r => r.Class("p0").MeanWait),
            ("middle", waits[1], r => r.Class("p1").MeanWait),
            ("low", waits[2], r => r.Class("p2").MeanWait),
            ("occupancy", load, r => r.Overall.Occupancy),
            ("pWait", ErlangC.Wait(agents, load * agents), r => r.Class("p2").PWait));
    }

    private static IEnumerable<Row> Skills(int design, double load)
    {
        var (rates, speeds, can) = SkillAndPriorityTests.Design(new[] { "N", "W", "M", "Chain" }[design]);
        rates = Array.ConvertAll(rates, rate => load * rate);
        var exact = new SkillDesign(rates, speeds, can);
        var scenario = Floors.One(1, 1) with
        {
            Arrivals = 40_000,
            Warmup = 8_000,
            Classes = [.. rates.Select((rate, c) => new WorkClass { Name = $"c{c}", Rate = rate, Skills = new Dictionary<string, int> { [$"s{c}"] = 2 } })],
            Agents = [.. speeds.Select((speed, s) => new AgentGroup
            {
                Name = $"g{s}",
                Count = 1,
                ServiceRate = speed,
                Skills = Enumerable.Range(0, rates.Length).ToDictionary(c => $"s{c}", c => can[c, s] ? 3 : 1),
            })],
        };
        return Floors.Compare(
            $"skills({design}, {load})",
            scenario,
            [
                ("occupancy", exact.Occupancy, r => r.Overall.Occupancy),
                .. rates.SelectMany((_, c) => new (string, double, Func<SimulationResult, Estimate>)[]
                {
                    ($"pWait {c}", exact.Wait(c), r => r.Class($"c{c}").PWait), ($"meanWait {c}", exact.MeanWait(c), r => r.Class($"c{c}").MeanWait),
                }),
            ]);
    }

    private static double Invert(Func<double, double> tail, double share)
    {
        var (low, high) = (0.0, 100.0);
        for (var i = 0; i < 80; i++)
        {
            var middle = (low + high) / 2;
            (low, high) = tail(middle) > share ? (middle, high) : (low, middle);
        }

        return high < 1e-12 ? 0 : high;
    }
}
