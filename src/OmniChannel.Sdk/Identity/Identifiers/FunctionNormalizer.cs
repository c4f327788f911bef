namespace OmniChannel.Identity.Identifiers;

/// <summary>A normaliser out of a function of text; allocates what the function does.</summary>
internal sealed class FunctionNormalizer(Func<string, string?> function) : IIdentifierNormalizer
{
    public int Normalize(ReadOnlySpan<char> value, string region, Span<char> destination) =>
        function(value.ToString()) is { } form && form.TryCopyTo(destination) ? form.Length : -1;
}
