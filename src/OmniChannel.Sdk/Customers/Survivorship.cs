namespace OmniChannel.Customers;

/// <summary>By what one value of a trait is chosen over another.</summary>
public enum Survivorship
{
    /// <summary>What was said before what was observed, and that before what was inferred.</summary>
    DeclaredFirst,

    /// <summary>The source that stands first in the list of trusted ones; those that are not in it come last.</summary>
    MostTrusted,

    /// <summary>The newest.</summary>
    MostRecent,

    /// <summary>The surest.</summary>
    MostConfident,

    /// <summary>The one with the most characters: a whole street before a part of it.</summary>
    Longest,
}
