namespace OmniChannel.Routing.Core;

/// <summary>One step of a run as plain numbers, so that a failing run can be shrunk.</summary>
internal readonly record struct RoutingMove(int Kind, int Pick, int Agent, int Detail, int Wait)
{
    public static RoutingMove Next(Random random) =>
        new(random.Next(12), random.Next(1000), random.Next(20), random.Next(60), random.Next(3) == 0 ? random.Next(12) : 0);
}
