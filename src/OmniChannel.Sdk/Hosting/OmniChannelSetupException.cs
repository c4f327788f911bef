namespace OmniChannel.Hosting;

/// <summary>What was registered cannot work. The message names the cause, the setting and the cure, one line for each finding.</summary>
public sealed class OmniChannelSetupException : Exception
{
    /// <summary>Joins the findings.</summary>
    public OmniChannelSetupException(IReadOnlyList<string> findings)
        : base(string.Join(Environment.NewLine, findings)) => Findings = findings;

    /// <summary>One sentence for each finding.</summary>
    public IReadOnlyList<string> Findings { get; }
}
