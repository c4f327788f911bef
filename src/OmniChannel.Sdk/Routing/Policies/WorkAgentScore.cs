using System.Diagnostics.CodeAnalysis;

namespace OmniChannel.Routing.Policies;

/// <summary>The worth of a pair: the largest wins; NaN keeps the pair apart for now. Must depend on nothing but the pair, or replay differs.</summary>
[Experimental("OMNI001")]
public delegate double WorkAgentScore(in WorkAgentPair pair);
