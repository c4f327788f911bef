using OmniChannel.Identity.Matching.Folding;

namespace OmniChannel.Identity.Matching.Fields;

/// <summary>
/// Columns that only repeat others, such as a full name beside its parts or an age beside a date of birth, would count the same evidence twice.
/// </summary>
internal static class DerivedColumns
{
    private const int Sample = 400;
    private const double Enough = 0.95;
    private const double MostLogins = 0.7;

    public static void Drop(RecordSet records, ColumnMeaning[] meanings, int[] order)
    {
        for (var column = meanings.Length - 1; column >= 0; column--)
        {
            if (meanings[column] != ColumnMeaning.Useless
                && (IsComposed(records, meanings, column, order) || IsCopy(records, meanings, column, order) || IsOfMail(records, meanings, column, order)))
            {
                meanings[column] = ColumnMeaning.Useless;
            }
        }
    }

    /// <summary>Most words of the column stand in two and more other columns of the record.</summary>
    private static bool IsComposed(RecordSet records, ColumnMeaning[] meanings, int column, int[] order)
    {
        var (covered, seen) = (0, 0);
        for (var i = 0; i < Sample; i++)
        {
            var record = order[(int)((long)i * order.Length / Sample)];
            var words = Words(records.Value(record, column));
            if (words.Count < 2)
            {
                continue;
            }

            var total = words.Count;
            var parts = 0;
            for (var other = 0; other < meanings.Length; other++)
            {
                if (other != column && meanings[other] != ColumnMeaning.Useless)
                {
                    var before = words.Count;
                    words.ExceptWith(Words(records.Value(record, other)));
                    parts += words.Count < before ? 1 : 0;
                }
            }

            seen++;
            covered += parts >= 2 && (total - words.Count) * 2 > total ? 1 : 0;
        }

        return seen > Sample / 4 && covered > seen * 0.7;
    }

    private static HashSet<string> Words(string? text) =>
        text is null ? [] : [.. TextFolder.Fold(text).Split(' ', StringSplitOptions.RemoveEmptyEntries)];

    /// <summary>The same words as an earlier column, or, of a few values each, each goes with one of the other and back.</summary>
    private static bool IsCopy(RecordSet records, ColumnMeaning[] meanings, int column, int[] order)
    {
        for (var other = 0; other < column; other++)
        {
            if (meanings[other] != ColumnMeaning.Useless && (Repeats(records, other, column, order)
                || (Few(records, other) && Few(records, column) && Follows(records, other, column, order) && Follows(records, column, other, order))))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A login that stands before the @ of the address of e-mail as well; mistyped ones need not.</summary>
    private static bool IsOfMail(RecordSet records, ColumnMeaning[] meanings, int column, int[] order)
    {
        var mail = Array.IndexOf(meanings, ColumnMeaning.Email);
        if (mail < 0 || mail == column)
        {
            return false;
        }

        var (same, seen) = (0, 0);
        for (var i = 0; i < Sample; i++)
        {
            var record = order[(int)((long)i * order.Length / Sample)];
            if (records.Value(record, column) is { } text && records.Value(record, mail) is { } address && address.IndexOf('@', StringComparison.Ordinal) is > 0 and var at)
            {
                seen++;
                same += TextFolder.Fold(text) == TextFolder.Fold(address.AsSpan(0, at)) ? 1 : 0;
            }
        }

        return seen > 20 && same >= seen * MostLogins;
    }

    private static bool Few(RecordSet records, int column) => records.Column(column).Distinct * 10 < records.Count;

    private static bool Repeats(RecordSet records, int column, int other, int[] order)
    {
        var (same, seen) = (0, 0);
        for (var i = 0; i < Sample; i++)
        {
            var record = order[(int)((long)i * order.Length / Sample)];
            if (records.Value(record, column) is { } text && records.Value(record, other) is { } copy)
            {
                seen++;
                same += TextFolder.Fold(text) == TextFolder.Fold(copy) ? 1 : 0;
            }
        }

        return seen > 20 && same >= seen * Enough;
    }

    private static bool Follows(RecordSet records, int cause, int effect, int[] order)
    {
        var first = new Dictionary<int, int>();
        var (same, seen) = (0, 0);
        foreach (var record in order.Take(20_000))
        {
            var (from, to) = (records.Column(cause).Number(record), records.Column(effect).Number(record));
            if (from < 0 && to < 0)
            {
                continue;
            }

            if (!first.TryAdd(from, to))
            {
                seen++;
                same += first[from] == to ? 1 : 0;
            }
        }

        return seen > 20 && same >= seen * Enough;
    }
}
