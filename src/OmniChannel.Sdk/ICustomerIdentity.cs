using OmniChannel.Identity;

namespace OmniChannel;

/// <summary>
/// Who is one customer: why, since when, and what a person decides about it. Every change can be tried first with
/// <see cref="IdentityChangeOptions.DryRun"/>. Conversations and traits go with the addresses and records that they belong to. Customer ids may be
/// old ones: an id names the address or record that it began with.
/// </summary>
public interface ICustomerIdentity
{
    /// <summary>Why two are one customer, or why not.</summary>
    Task<CustomerLink> ExplainAsync(CustomerId first, CustomerId second, CancellationToken cancellationToken = default);

    /// <summary>Why two identifiers are one customer's, or why not.</summary>
    Task<CustomerLink> ExplainAsync(Identifier first, Identifier second, CancellationToken cancellationToken = default);

    /// <summary>How a customer came to be: addresses and records, what tied them, verdicts, in the order of time. Empty when unknown.</summary>
    Task<IReadOnlyList<CustomerEvent>> HistoryAsync(CustomerId customer, CancellationToken cancellationToken = default);

    /// <summary>What would tie a customer to others and was refused, best first, with the reason. Claims are among it.</summary>
    Task<IReadOnlyList<CustomerTie>> RefusedAsync(CustomerId customer, CancellationToken cancellationToken = default);

    /// <summary>Decides that two customers are one, whatever the limits say. The older id stays.</summary>
    /// <remarks>Refused with <c>customer.merge-refused</c> where verdicts on others keep them apart: nothing is changed or kept, and <see cref="ExplainAsync(CustomerId, CustomerId, CancellationToken)"/> says why.</remarks>
    Task<IdentityChange> MergeAsync(CustomerId first, CustomerId second, IdentityChangeOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Decides that two are never one customer; where they are, the weakest tie between them gives way.</summary>
    Task<IdentityChange> KeepApartAsync(CustomerId first, CustomerId second, IdentityChangeOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>
    /// Undoes the merge by which a customer became part of another, by a verdict on the two that were tied then: the partition before it, and with
    /// it both profiles, come back exactly, and later evidence goes to its own side.
    /// </summary>
    /// <param name="joined">The id that the customer had before it was merged; <see cref="HistoryAsync"/> tells it.</param>
    /// <param name="options">Who decides, and whether it is only tried.</param>
    /// <param name="cancellationToken">Ends the wait; what was begun is done.</param>
    Task<IdentityChange> UndoMergeAsync(CustomerId joined, IdentityChangeOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Takes back what was decided about two customers: evidence decides again.</summary>
    Task<IdentityChange> ReconsiderAsync(CustomerId first, CustomerId second, IdentityChangeOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>
    /// Takes an identifier from a customer, as if it had never been seen with them. As a dry run it answers what would change without it. Said or
    /// seen again, it ties again: to keep it away, see <see cref="AllowLinkingAsync"/>.
    /// </summary>
    Task<IdentityChange> DetachAsync(CustomerId customer, Identifier identifier, IdentityChangeOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Says whether an identifier may link: its owner's consent. What is forbidden still belongs to whom it was seen with, and joins nobody.</summary>
    Task<IdentityChange> AllowLinkingAsync(Identifier identifier, bool allowed, IdentityChangeOptions? options = null, CancellationToken cancellationToken = default);
}
