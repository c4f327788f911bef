namespace OmniChannel.Identity.Matching.Fields;

/// <summary>What a column was found to hold.</summary>
internal enum ColumnMeaning
{
    Unknown,
    Email,
    BirthYear,
    BirthMonth,
    BirthDay,
    BirthPlace,
    Age,
    Date,
    FullName,
    GivenName,
    FamilyName,
    Phone,
    PostalCode,
    Number,
    Street,
    Category,
    Locality,
    Identifier,
    Useless,
}
