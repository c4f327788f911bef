namespace OmniChannel.Simulation.Scenarios;

/// <summary>A scenario or a recorded day that cannot be simulated. The message is one line: the path of the key and the reason.</summary>
public sealed class ScenarioException : Exception
{
    /// <summary>Makes one for a key.</summary>
    public ScenarioException(string path, string reason, Exception? inner = null)
        : base($"{path}: {reason}", inner)
    {
        Path = path;
        Reason = reason;
    }

    /// <summary>The key, as in <c>classes[0].skills.ja</c>; <c>$</c> for the whole file.</summary>
    public string Path { get; }

    /// <summary>What is wrong with it and what would be right.</summary>
    public string Reason { get; }
}
