namespace OmniChannel.Simulation.Engine;

/// <summary>A contact of a recorded day; what was not recorded is drawn.</summary>
internal readonly record struct RecordedContact(double At, int Class, double? Service, double? Patience, double Endured);
