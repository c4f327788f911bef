namespace OmniChannel.Identity.Graph;

/// <summary>A tie with its place among others and its ends in a region.</summary>
internal readonly record struct RankedTie(ulong Rank, int Tie, int Left, int Right);
