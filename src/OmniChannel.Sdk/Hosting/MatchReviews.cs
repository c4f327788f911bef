using System.Globalization;

namespace OmniChannel.Hosting;

/// <summary>The review list, from committed state.</summary>
internal sealed class MatchReviews(EngineHost host, ICustomerIdentity identity) : IMatchReviews
{
    private const int MostOfAPage = 500;

    public async Task<MatchReviewPage> ListAsync(int limit = 50, string? after = null, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, MostOfAPage);
        var place = after is null ? ((double Bits, long First, long Second)?)null : Place(after);
        await host.Ready.WaitAsync(cancellationToken).ConfigureAwait(false);
        var page = Open().Where(r => place is not { } p || Compare((r.Bits, r.First.Value, r.Second.Value), p) > 0).Take(limit + 1).ToList();
        return page.Count <= limit
            ? new() { Items = page }
            : new() { Items = page[..limit], Next = string.Create(CultureInfo.InvariantCulture, $"{page[limit - 1].Bits:R}_{page[limit - 1].First.Value}_{page[limit - 1].Second.Value}") };
    }

    public async Task<IReadOnlyList<MatchReview>> OfAsync(CustomerId customer, CancellationToken cancellationToken = default)
    {
        await host.Ready.WaitAsync(cancellationToken).ConfigureAwait(false);
        var now = new CustomerId(host.View.CustomerOf(customer.Value));
        return [.. Open().Where(r => r.FirstCustomer == now || r.SecondCustomer == now)];
    }

    public Task<IdentityChange> AcceptAsync(MatchReview review, IdentityChangeOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(review);
        return identity.MergeAsync(review.First, review.Second, options, cancellationToken);
    }

    public Task<Decision> DismissAsync(MatchReview review, string? by = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(review);
        return host.CommandAsync(new ReviewCommand { First = review.First, Second = review.Second, By = by }, cancellationToken);
    }

    public Task<IdentityChange> NeverAsync(MatchReview review, IdentityChangeOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(review);
        return identity.KeepApartAsync(review.First, review.Second, options, cancellationToken);
    }

    private IEnumerable<MatchReview> Open() =>
        host.View.Suggestions.Select(Review).Where(r => r.FirstCustomer != r.SecondCustomer)
            .OrderByDescending(r => r.Bits).ThenBy(r => r.First.Value).ThenBy(r => r.Second.Value)
            .DistinctBy(r => (Math.Min(r.FirstCustomer.Value, r.SecondCustomer.Value), Math.Max(r.FirstCustomer.Value, r.SecondCustomer.Value)));

    private MatchReview Review(VerdictState row)
    {
        var match = row.Match!;
        return new()
        {
            First = new(row.First),
            Second = new(row.Second),
            FirstCustomer = new(host.View.CustomerOf(row.First)),
            SecondCustomer = new(host.View.CustomerOf(row.Second)),
            Probability = match.Probability,
            Bits = match.Bits,
            Threshold = match.Threshold,
            At = row.At,
            Bars = match.Bars,
            Explanation = Explanation.Of(
                match.Bits >= match.Threshold ? "review.match" : "review.possible",
                ("bits", match.Bits.ToString("F1", CultureInfo.InvariantCulture)),
                ("threshold", match.Threshold.ToString("F1", CultureInfo.InvariantCulture))),
        };
    }

    private static (double Bits, long First, long Second) Place(string after) =>
        after.Split('_') is [var bits, var first, var second]
        && double.TryParse(bits, NumberStyles.Float, CultureInfo.InvariantCulture, out var b)
        && long.TryParse(first, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var f)
        && long.TryParse(second, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var s)
            ? (b, f, s)
            : throw new ArgumentException("This is no place that a page ended at.", nameof(after));

    private static int Compare((double Bits, long First, long Second) x, (double Bits, long First, long Second) y) =>
        x.Bits != y.Bits ? y.Bits.CompareTo(x.Bits) : (x.First, x.Second).CompareTo((y.First, y.Second));
}
