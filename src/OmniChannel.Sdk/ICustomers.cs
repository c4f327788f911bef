using System.Diagnostics.CodeAnalysis;
using OmniChannel.Conversations;
using OmniChannel.Customers;
using OmniChannel.Identity;

namespace OmniChannel;

/// <summary>Customers: who they are, and what we know of them.</summary>
public interface ICustomers
{
    /// <summary>Who is one customer, why, and what a person decides about it.</summary>
    ICustomerIdentity Identity { get; }

    /// <summary>Records that may be one person's, for somebody to decide.</summary>
    [Experimental("OMNI001")]
    IMatchReviews Reviews { get; }

    /// <summary>The customer behind an identifier that was observed or proved; null for none. Claims find nobody.</summary>
    Task<CustomerId?> FindAsync(Identifier identifier, CancellationToken cancellationToken = default);

    /// <summary>What we know, each value with its source and time; null when unknown. Old ids resolve.</summary>
    Task<CustomerView?> GetAsync(CustomerId customer, CancellationToken cancellationToken = default);

    /// <summary>All of the customer's conversations as one timeline, by the time things happened.</summary>
    IAsyncEnumerable<TimelineEntry> TimelineAsync(CustomerId customer, CancellationToken cancellationToken = default);

    /// <summary>Tells the workspace what the application knows; the same source and external id replaces: identifiers and traits that it no longer has are taken back. A record changed earlier than the one known is ignored.</summary>
    Task<Decision> ImportAsync(string source, CustomerRecord record, CancellationToken cancellationToken = default);

    /// <summary>
    /// Takes back a record that its source no longer has: its values leave the profile, and what only it tied comes apart. Traits told otherwise
    /// stay. The audit of what was said before stays in the journal.
    /// </summary>
    /// <returns>Refused with <c>record.unknown</c> where there is none.</returns>
    Task<Decision> ForgetRecordAsync(string source, string externalId, CancellationToken cancellationToken = default);

    /// <summary>
    /// Tells traits of a customer, such as what a model inferred or an agent heard. They join what other sources say, as <see cref="ProfileOptions"/>
    /// choose. Telling one twice is telling it once. They stay with the id that is given: after an undone merge, with the customer whose id it was.
    /// </summary>
    Task<Decision> ObserveAsync(string source, CustomerId customer, IReadOnlyList<Trait> traits, CancellationToken cancellationToken = default);

    /// <summary>Takes back traits that a source told: those with the same name and value, and the same time where one is given. What was known before shows again.</summary>
    Task<Decision> TakeBackAsync(string source, CustomerId customer, IReadOnlyList<Trait> traits, CancellationToken cancellationToken = default);

    /// <summary>
    /// Registers a device of a customer, or says that it was seen again. It tells push messages where to go, and recognises nobody: for that, an
    /// event carries <see cref="Identifier.Device"/> as evidence. Stays with the id that is given, as traits do.
    /// </summary>
    Task<Decision> RegisterDeviceAsync(CustomerId customer, CustomerDevice device, CancellationToken cancellationToken = default);

    /// <summary>Takes a device from a customer. Refused with <c>device.unknown</c> when they have none of that id.</summary>
    Task<Decision> RemoveDeviceAsync(CustomerId customer, string deviceId, CancellationToken cancellationToken = default);

    /// <summary>The customer's devices, the last seen first.</summary>
    Task<IReadOnlyList<CustomerDevice>> DevicesAsync(CustomerId customer, CancellationToken cancellationToken = default);

    /// <summary>Decides that two customers are never one: undoes their merge. Give the ids they had before it.</summary>
    Task<Decision> KeepApartAsync(CustomerId first, CustomerId second, CancellationToken cancellationToken = default);
}
