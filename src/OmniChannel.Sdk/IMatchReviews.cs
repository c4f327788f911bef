using System.Diagnostics.CodeAnalysis;
using OmniChannel.Identity;

namespace OmniChannel;

/// <summary>
/// Records that the matcher takes for one person's, for somebody to decide. A suggestion goes when the two are one, when a record changes so that
/// it holds no more, or by a decision; it survives restarts. Empty without <c>AddMatching</c>.
/// </summary>
[Experimental("OMNI001")]
public interface IMatchReviews
{
    /// <summary>Open suggestions, the strongest first.</summary>
    /// <param name="limit">How many at most, 1 to 500.</param>
    /// <param name="after">Where the page before ended; null for the first. Suggestions that came since and are stronger are not on later pages.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    Task<MatchReviewPage> ListAsync(int limit = 50, string? after = null, CancellationToken cancellationToken = default);

    /// <summary>Open suggestions about one customer, the strongest first.</summary>
    Task<IReadOnlyList<MatchReview>> OfAsync(CustomerId customer, CancellationToken cancellationToken = default);

    /// <summary>They are one: merges them, as <see cref="ICustomerIdentity.MergeAsync"/> does.</summary>
    Task<IdentityChange> AcceptAsync(MatchReview review, IdentityChangeOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Leaves it open: the suggestion comes again only when more speaks for it.</summary>
    Task<Decision> DismissAsync(MatchReview review, string? by = null, CancellationToken cancellationToken = default);

    /// <summary>Never these two, whatever comes: as <see cref="ICustomerIdentity.KeepApartAsync"/>.</summary>
    Task<IdentityChange> NeverAsync(MatchReview review, IdentityChangeOptions? options = null, CancellationToken cancellationToken = default);
}
