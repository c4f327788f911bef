namespace OmniChannel.Engagement;

/// <summary>A command threw while it was decided. It changed nothing and is recorded with its reason.</summary>
public sealed class InputPoisonedException : Exception
{
    /// <summary>Keeps the cause.</summary>
    public InputPoisonedException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
