namespace OmniChannel.Testing.Conformance;

/// <summary>A conformance check failed.</summary>
public sealed class ConformanceFailedException : Exception
{
    /// <summary>Says what was expected and what came instead.</summary>
    public ConformanceFailedException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
