namespace OmniChannel.Routing.Structures;

/// <summary>What an assignment was decided by.</summary>
internal struct WhyRow
{
    public int Agent;
    public int RunnerUp;
    public int Present;
    public int Skilled;
    public int Free;
    /// <summary>The <see cref="Explanations.RoutingReason"/>.</summary>
    public int Reason;
    public long At;
}
