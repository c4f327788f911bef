namespace OmniChannel.Storage;

/// <summary>Deciding came upon rows that are not in memory. What was decided is taken back, they are loaded, and the input is decided again.</summary>
internal sealed class RowsMissingException(IReadOnlyList<RowKey> keys) : Exception("Rows are not in memory.")
{
    public IReadOnlyList<RowKey> Keys => keys;
}
