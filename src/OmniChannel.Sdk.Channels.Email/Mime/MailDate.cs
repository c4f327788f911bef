using System.Globalization;

namespace OmniChannel.Channels.Email.Mime;

/// <summary>Dates of RFC 5322 section 3.3 with the obsolete forms of 4.3, without any culture data.</summary>
internal static class MailDate
{
    private static readonly string[] Months =
        ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    private static readonly string[] Days = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];

    public static DateTimeOffset? Parse(string? header)
    {
        if (header is null || header.Length > 200)
        {
            return null;
        }

        var position = 0;
        var text = ParameterScanner.ReadUntil(header, ref position, "");
        var tokens = text.Split([' ', '\t', ',', '-'], StringSplitOptions.RemoveEmptyEntries);
        var zone = text.LastIndexOf('-') is var minus && minus > text.LastIndexOf(':') && minus > 0 ? -1 : 1;
        var first = tokens.Length > 0 && !char.IsAsciiDigit(tokens[0][0]) ? 1 : 0;
        if (tokens.Length < first + 4 || !TryNumber(tokens[first], 2, out var day)
            || Month(tokens[first + 1]) is not (> 0 and var month) || !TryNumber(tokens[first + 2], 4, out var year)
            || !TryTime(tokens[first + 3], out var time))
        {
            return null;
        }

        year += tokens[first + 2].Length switch { <= 2 => year < 50 ? 2000 : 1900, 3 => 1900, _ => 0 };
        var offset = tokens.Length > first + 4 ? Zone(tokens[first + 4], zone) : TimeSpan.Zero;
        if (year is < 1900 or > 9000 || day < 1 || day > DateTime.DaysInMonth(year, month))
        {
            return null;
        }

        return new DateTimeOffset(year, month, day, 0, 0, 0, offset) + time;
    }

    public static string Format(DateTimeOffset date)
    {
        var month = Months[date.Month - 1];
        var offset = date.Offset.Duration();
        return string.Create(CultureInfo.InvariantCulture,
            $"{Days[(int)date.DayOfWeek]}, {date.Day:00} {char.ToUpperInvariant(month[0])}{month[1..]} {date.Year:0000} " +
            $"{date.Hour:00}:{date.Minute:00}:{date.Second:00} {(date.Offset < TimeSpan.Zero ? '-' : '+')}{offset.Hours:00}{offset.Minutes:00}");
    }

    private static int Month(string token) => token.Length < 3 ? 0 : Array.IndexOf(Months, token[..3].ToLowerInvariant()) + 1;

    private static bool TryTime(string token, out TimeSpan time)
    {
        time = default;
        var parts = token.Split(':');
        var second = 0;
        if (parts.Length is not (2 or 3) || !TryNumber(parts[0], 2, out var hour) || !TryNumber(parts[1], 2, out var minute)
            || (parts.Length == 3 && !TryNumber(parts[2], 2, out second)) || hour > 23 || minute > 59 || second > 60)
        {
            return false;
        }

        time = new TimeSpan(hour, minute, Math.Min(second, 59));
        return true;
    }

    private static TimeSpan Zone(string token, int sign)
    {
        if (TryNumber(token.TrimStart('+'), 4, out var number) && token.TrimStart('+').Length == 4)
        {
            var minutes = ((number / 100) * 60) + (number % 100);
            return number % 100 > 59 || minutes > 14 * 60 ? TimeSpan.Zero : TimeSpan.FromMinutes(sign * minutes);
        }

        // RFC 5322 section 4.3; military and unknown zones carry no information and count as UTC
        return TimeSpan.FromHours(token.ToUpperInvariant() switch
        {
            "EST" or "CDT" => -5,
            "EDT" => -4,
            "CST" or "MDT" => -6,
            "MST" or "PDT" => -7,
            "PST" => -8,
            "JST" => 9,
            _ => 0,
        });
    }

    private static bool TryNumber(string text, int maxDigits, out int number)
    {
        number = 0;
        return text.Length <= maxDigits && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
    }
}
