namespace OmniChannel.Identity.Matching.Fields;

/// <summary>What the values of a column look like.</summary>
internal sealed class ColumnProfile
{
    private const int Sample = 2000;

    private ColumnProfile(RecordSet records, int column, int[] order)
    {
        var values = records.Column(column);
        Records = records.Count;
        Filled = values.Filled();
        Distinct = values.Distinct;
        var texts = order.Where(record => values.Number(record) >= 0).Select(values.Number).Distinct().Take(Sample).Select(values.Text).ToArray();
        var seen = texts.Length;
        if (seen == 0)
        {
            return;
        }

        double emails = 0, dates = 0, phones = 0, digits = 0, words = 0, letters = 0, length = 0, monthFirst = 0, dayFirst = 0, numbers = 0, mixed = 0;
        foreach (var text in texts)
        {
            var at = text.IndexOf('@', StringComparison.Ordinal);
            emails += at > 0 && at < text.Length - 2 ? 1 : 0;
            var date = DateReader.Read(text, monthFirst: false);
            dates += date / 10000 is >= 1850 and <= 2100 && date / 100 % 100 is >= 1 and <= 12 && date % 100 is >= 1 and <= 31 && text.Length >= 8 ? 1 : 0;
            var (first, second) = SlashParts(text);
            monthFirst += second > 12 && first is >= 1 and <= 12 ? 1 : 0;
            dayFirst += first > 12 && second is >= 1 and <= 12 ? 1 : 0;
            var digit = text.Count(char.IsAsciiDigit);
            var letter = text.Count(char.IsLetter);
            numbers += digit == text.Length ? 1 : 0;
            mixed += digit > 0 && letter > 0 ? 1 : 0;
            phones += digit is >= 8 and <= 15 && text.All(c => char.IsAsciiDigit(c) || c is '+' or '-' or ' ' or '(' or ')' or '.' or '/') && (text[0] is '+' or '0' or '(' || digit < text.Length) ? 1 : 0;
            digits += digit;
            letters += letter;
            length += text.Length;
            words += text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length;
        }

        (Emails, Dates, Phones, Numbers, Mixed) = (emails / seen, dates / seen, phones / seen, numbers / seen, mixed / seen);
        (DigitShare, LetterShare, Length, Words) = (digits / length, letters / length, length / seen, words / seen);
        MonthFirst = monthFirst > dayFirst;
    }

    public int Records { get; }

    public int Filled { get; }

    public int Distinct { get; }

    public double Emails { get; }

    public double Dates { get; }

    public double Phones { get; }

    /// <summary>Values of digits alone.</summary>
    public double Numbers { get; }

    /// <summary>Values with digits and letters.</summary>
    public double Mixed { get; }

    public double DigitShare { get; }

    public double LetterShare { get; }

    public double Length { get; }

    public double Words { get; }

    public bool MonthFirst { get; }

    /// <summary>Looks at the first values in an order that has nothing to do with how files are sorted.</summary>
    public static ColumnProfile Of(RecordSet records, int column, int[] order) => new(records, column, order);

    private static (int First, int Second) SlashParts(string text)
    {
        var parts = text.Split('/', '.', '-');
        return parts.Length == 3 && parts[0].Length <= 2 && int.TryParse(parts[0], out var first) && int.TryParse(parts[1], out var second) ? (first, second) : (0, 0);
    }
}
