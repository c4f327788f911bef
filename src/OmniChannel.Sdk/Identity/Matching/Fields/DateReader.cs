using System.Globalization;

namespace OmniChannel.Identity.Matching.Fields;

/// <summary>Reads dates as people and systems write them. A date that does not exist keeps its parts, so that a typo still compares.</summary>
internal static class DateReader
{
    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    // First years of the Japanese eras, as letters and as kanji.
    private static readonly (string Kanji, char Letter, int First)[] Eras =
        [("明治", 'm', 1868), ("大正", 't', 1912), ("昭和", 's', 1926), ("平成", 'h', 1989), ("令和", 'r', 2019)];

    /// <summary>Year * 10000 + month * 100 + day, or 0 when the text is no date.</summary>
    /// <param name="text">The text, folded to half width.</param>
    /// <param name="monthFirst">Whether 3/4/1980 is in March.</param>
    public static int Read(ReadOnlySpan<char> text, bool monthFirst)
    {
        Span<int> numbers = stackalloc int[3];
        Span<int> widths = stackalloc int[3];
        var count = 0;
        var month = 0;
        var time = text.IndexOfAny('T', ' ') is >= 8 and var cut && text[..cut].IndexOfAny("-/.") >= 0 && text[cut..].Contains(':') ? text[..cut] : text;
        for (var i = 0; i < time.Length;)
        {
            if (char.IsAsciiDigit(time[i]))
            {
                var start = i;
                while (i < time.Length && char.IsAsciiDigit(time[i]))
                {
                    i++;
                }

                if (count == 3 || i - start > 8)
                {
                    return 0;
                }

                widths[count] = i - start;
                numbers[count++] = int.Parse(time[start..i], CultureInfo.InvariantCulture);
            }
            else
            {
                month = char.IsAsciiLetter(time[i]) && month == 0 ? MonthAt(time[i..]) : month;
                i++;
            }
        }

        if (count == 1)
        {
            return widths[0] == 8 ? Compact(numbers[0]) : 0;
        }

        if (count == 2 && month > 0)
        {
            return widths[0] == 4 ? Pack(numbers[0], month, numbers[1]) : Pack(Century(numbers[1], widths[1]), month, numbers[0]);
        }

        return count < 3 ? 0 : Order(text, numbers, widths, monthFirst);
    }

    private static int Order(ReadOnlySpan<char> text, ReadOnlySpan<int> n, ReadOnlySpan<int> widths, bool monthFirst)
    {
        if (Era(text) is > 0 and var first && widths[0] <= 2)
        {
            return Pack(first + n[0] - 1, n[1], n[2]);
        }

        if (widths[0] == 4 || (widths[2] <= 2 && n[0] > 31))
        {
            return Pack(Century(n[0], widths[0]), n[1], n[2]);
        }

        var swap = n[0] <= 12 && (monthFirst || n[1] > 12);
        return swap ? Pack(Century(n[2], widths[2]), n[0], n[1]) : Pack(Century(n[2], widths[2]), n[1], n[0]);
    }

    // yyyymmdd, or ddmmyyyy when only that can be a date.
    private static int Compact(int number)
    {
        if (number / 10000 is >= 1800 and <= 2100)
        {
            return number;
        }

        var (year, month, day) = (number % 10000, number / 10000 % 100, number / 1000000);
        return year is >= 1800 and <= 2100 && month is >= 1 and <= 12 && day is >= 1 and <= 31 ? Pack(year, month, day) : number;
    }

    private static int Pack(int year, int month, int day) => year > 9999 || month > 99 || day > 99 ? 0 : (year * 10000) + (month * 100) + day;

    private static int Century(int year, int width) => width > 2 ? year : year + (year <= 29 ? 2000 : 1900);

    private static int MonthAt(ReadOnlySpan<char> text)
    {
        for (var m = 0; m < Months.Length; m++)
        {
            if (text.StartsWith(Months[m], StringComparison.OrdinalIgnoreCase))
            {
                return m + 1;
            }
        }

        return 0;
    }

    private static int Era(ReadOnlySpan<char> text)
    {
        foreach (var (kanji, letter, first) in Eras)
        {
            if (text.StartsWith(kanji, StringComparison.Ordinal) || (text.Length > 1 && (text[0] | 32) == letter && !char.IsAsciiLetter(text[1])))
            {
                return first;
            }
        }

        return 0;
    }
}
