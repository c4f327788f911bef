using System.Diagnostics.CodeAnalysis;

namespace OmniChannel.Identity.Matching;

/// <summary>What a run is doing.</summary>
[Experimental("OMNI001")]
public enum MatchStage
{
    /// <summary>Folding values and counting them.</summary>
    Preparing,

    /// <summary>Learning the model and the keys that pay.</summary>
    Training,

    /// <summary>Comparing candidate pairs.</summary>
    Predicting,

    /// <summary>Building clusters.</summary>
    Clustering,
}
