using OmniChannel.Simulation.Exact;
using OmniChannel.Simulation.Scenarios;

namespace OmniChannel.Simulation.Grids;

/// <summary>Scenarios in which an agent's capacity is taken by more than the service: wrap-up, offers, contacts of several channels.</summary>
internal static class HoldingGrid
{
    // Loss depends on the mean of the holding time alone.
    public static IEnumerable<Row> WrapUp(int agents, double load)
    {
        var floor = Floors.One(agents, load * agents / 1.5) with { QueueLimit = 0 };
        return Floors.Compare(
            $"wrap-up({agents}, {load})",
            floor with { Classes = [floor.Classes[0] with { WrapUp = new() { Kind = DurationKind.Lognormal, Mean = 0.5, Cv = 1.3 } }] },
            ("pBlock", ErlangB.Blocking(agents, load * agents), r => r.Overall.PBlock),
            ("occupancy", load * (1 - ErlangB.Blocking(agents, load * agents)), r => r.Overall.Occupancy),
            ("meanWait", 0, r => r.Overall.MeanWait));
    }

    // One agent, who is asked again until they accept: all of that is time of theirs, and of the contact's wait.
    public static IEnumerable<Row> Offers(int variant, double load)
    {
        var (answer, expires, decline, silent) = new[] { (0.2, 0.5, 0.0, 0.0), (0.1, 0.4, 0.0, 0.3), (0.15, 0.6, 0.25, 0.0), (0.1, 0.3, 0.2, 0.2) }[variant];
        var (inVain, variance) = SingleServer.InVain((silent, expires), (decline, answer));
        var held = inVain + answer + 1 + 0.25;
        var rate = load / held;
        var floor = Floors.One(1, rate);
        var offer = new OfferModel
        {
            Answer = new() { Kind = DurationKind.Constant, Mean = answer },
            Expires = expires,
            Decline = decline,
            NoAnswer = silent,
        };
        var work = floor.Classes[0] with { Offer = offer, WrapUp = new() { Kind = DurationKind.Constant, Mean = 0.25 } };
        return Floors.Compare(
            $"offers({variant}, {load})",
            floor with { Arrivals = 12_000, Warmup = 3_000, Classes = [work] },
            ("meanWait", SingleServer.MeanWait(rate, held, variance + 1) + inVain + answer, r => r.Overall.MeanWait),
            ("occupancy", load, r => r.Overall.Occupancy),
            ("pWait", 1, r => r.Overall.PWait));
    }

    public static IEnumerable<Row> Channels(int capacity, double load)
    {
        double[] loads = [load * capacity / 2, load * capacity / 8];
        var exact = new SharedCapacity(capacity, loads, [1, 4], [capacity / 2, 255]);
        var floor = Floors.One(1, 1) with
        {
            QueueLimit = 0,
            Channels = [new() { Name = "chat", Limit = capacity / 2 }, new() { Name = "call", Weight = 4 }],
            Classes = [new() { Name = "chats", Rate = loads[0], Channel = "chat" }, new() { Name = "calls", Rate = loads[1] / 2, Channel = "call", Service = new() { Mean = 2 } }],
        };
        return Floors.Compare(
            $"channels({capacity}, {load})",
            floor with { Agents = [floor.Agents[0] with { Capacity = capacity }] },
            ("chats", exact.Blocking(0), r => r.Class("chats").PBlock),
            ("calls", exact.Blocking(1), r => r.Class("calls").PBlock),
            ("occupancy", exact.Used / capacity, r => r.Overall.Occupancy));
    }
}
