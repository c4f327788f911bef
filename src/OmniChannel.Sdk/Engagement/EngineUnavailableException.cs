namespace OmniChannel.Engagement;

/// <summary>The engine cannot take the input now: it is loading, full, stopping, or its store failed. Nothing was lost or half done; try again.</summary>
public sealed class EngineUnavailableException : Exception
{
    /// <summary>Says why.</summary>
    public EngineUnavailableException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
