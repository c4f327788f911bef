namespace OmniChannel.Storage;

/// <summary>A store was written by a newer version of the library.</summary>
public sealed class StoreVersionException : Exception
{
    /// <summary>Says which versions.</summary>
    public StoreVersionException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
