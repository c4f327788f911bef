using System.Text.Json.Serialization;
using OmniChannel.Customers;

namespace OmniRetail;

/// <summary>The shopper of one run of the story.</summary>
public sealed record Member
{
    /// <summary>Member number.</summary>
    public required string Number { get; init; }

    /// <summary>E-mail address; the mailbox on the page is theirs.</summary>
    public required string Email { get; init; }

    /// <summary>Mobile number; the phone on the page is theirs.</summary>
    public required string Phone { get; init; }

    /// <summary>The shop's record; not told to the page.</summary>
    [JsonIgnore]
    public CustomerRecord? Record { get; init; }
}
