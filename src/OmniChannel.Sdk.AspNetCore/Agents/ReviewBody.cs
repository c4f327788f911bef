using OmniChannel.Identity;

namespace OmniChannel.AspNetCore.Agents;

/// <summary>Somebody who may be the customer of a conversation, for the agent who holds it to decide.</summary>
internal sealed record ReviewBody
{
    private const double Telling = 0.5;
    private const int MostReasons = 8;

    /// <summary>The one record.</summary>
    public required string First { get; init; }

    /// <summary>The other record.</summary>
    public required string Second { get; init; }

    /// <summary>The name of the other customer; null where none is known.</summary>
    public string? Name { get; init; }

    /// <summary>The same in kana; null for none.</summary>
    public string? NameKana { get; init; }

    /// <summary>The chance that both are one person, from 0 to 1.</summary>
    public required double Probability { get; init; }

    /// <summary>How sure the matcher is, in one sentence.</summary>
    public required string Text { get; init; }

    /// <summary>What speaks for it and against it, the most telling first.</summary>
    public required IReadOnlyList<ReviewReasonBody> Reasons { get; init; }

    public static ReviewBody Of(MatchReview review, Customers.CustomerView? other, Locale locale) => new()
    {
        First = review.First.ToString(),
        Second = review.Second.ToString(),
        Name = other?.Name,
        NameKana = other?.NameKana,
        Probability = Math.Round(review.Probability, 4),
        Text = review.Explanation.ToText(locale),
        Reasons =
        [
            .. review.Bars.Where(b => Math.Abs(b.Bits) >= Telling && b.Level is not ("" or "missing")).OrderByDescending(b => Math.Abs(b.Bits)).Take(MostReasons)
                .Select(b => new ReviewReasonBody { Field = b.Field, Level = b.Level, SpeaksFor = b.Bits > 0 }),
        ],
    };
}
