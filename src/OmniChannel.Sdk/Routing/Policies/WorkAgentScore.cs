using System.Diagnostics.CodeAnalysis;

namespace OmniChannel.Routing.Policies;

/// <summary>The worth of a pair: the largest wins, infinities are the highest and the lowest; NaN keeps the pair apart until
/// it is looked at again, at the next event that would bring them together. Must depend on nothing but the pair, or replay differs.</summary>
[Experimental("OMNI001")]
public delegate double WorkAgentScore(in WorkAgentPair pair);
