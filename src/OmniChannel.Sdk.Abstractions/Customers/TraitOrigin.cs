namespace OmniChannel.Customers;

/// <summary>How a trait came to be known.</summary>
public enum TraitOrigin
{
    /// <summary>The person, or a system of record, says so.</summary>
    Declared,

    /// <summary>It was seen in what the person did, such as the language they write in.</summary>
    Observed,

    /// <summary>It was computed or guessed from other things.</summary>
    Inferred,
}
