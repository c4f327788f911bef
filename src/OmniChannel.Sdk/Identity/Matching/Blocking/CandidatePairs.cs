namespace OmniChannel.Identity.Matching.Blocking;

/// <summary>Pairs to be compared.</summary>
/// <param name="Pairs">The smaller record in the upper half, each pair once.</param>
/// <param name="Bound">The fields, as a set of bits, without whose agreement the pair would not be here.</param>
internal sealed record CandidatePairs(long[] Pairs, uint[] Bound)
{
    public static CandidatePairs Free(long[] pairs) => new(pairs, new uint[pairs.Length]);
}
