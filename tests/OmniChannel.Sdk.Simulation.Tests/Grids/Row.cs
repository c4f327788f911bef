namespace OmniChannel.Simulation.Grids;

/// <summary>One simulated number beside its exact value.</summary>
internal sealed record Row(string Name, double Exact, Estimate Simulated)
{
    public bool Holds => Simulated.Covers(Exact);

    public override string ToString() => FormattableString.Invariant($"{Name}: exact {Exact:G6}, simulated {Simulated.Value:G6} ± {Simulated.Ci999:G3}");
}
