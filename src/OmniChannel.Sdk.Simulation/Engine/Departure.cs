namespace OmniChannel.Simulation.Engine;

/// <summary>How a contact left.</summary>
internal enum Departure
{
    Served,
    Abandoned,
    Blocked,
}
