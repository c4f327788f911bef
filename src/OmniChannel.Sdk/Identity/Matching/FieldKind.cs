using System.Diagnostics.CodeAnalysis;

namespace OmniChannel.Identity.Matching;

/// <summary>What a field means, which decides how its values are folded and compared.</summary>
[Experimental("OMNI001")]
public enum FieldKind
{
    /// <summary>Words without a known meaning: compared by spelling and by shared words.</summary>
    Text,

    /// <summary>A given name. Nicknames that are prefixes, initials, misspellings and a swap with the family name are levels.</summary>
    GivenName,

    /// <summary>A family name, compared as a given name is.</summary>
    FamilyName,

    /// <summary>A whole name in one column; its first and last word are compared as two names, in either order.</summary>
    FullName,

    /// <summary>A date of birth, in one column or as year, month and day in three.</summary>
    Date,

    /// <summary>An age, or a year of birth.</summary>
    Age,

    /// <summary>An e-mail address.</summary>
    Email,

    /// <summary>A phone number; punctuation and a leading trunk or country code do not matter.</summary>
    Phone,

    /// <summary>A postal code, with its beginning as the wider area.</summary>
    PostalCode,

    /// <summary>A street with or without number, a house or another line of an address.</summary>
    Street,

    /// <summary>A city, suburb or other place.</summary>
    Locality,

    /// <summary>A number such as a house number.</summary>
    Number,

    /// <summary>One of a few values, such as a state or a gender.</summary>
    Category,

    /// <summary>A code that one person has alone: social security, loyalty or passport number.</summary>
    Identifier,
}
