namespace OmniChannel.Channels.Email.Mime;

/// <summary>The lines that mail programs put before what they quote, English and Japanese.</summary>
internal static class QuoteMarkers
{
    private const int HeaderBlockLines = 8;

    private static readonly string[] Separators =
        ["original message", "original appointment", "元のメッセージ", "オリジナルメッセージ", "reply message"];

    private static readonly string[] Forwards =
        ["forwarded message", "begin forwarded message", "転送されたメッセージ", "転送メッセージ", "転送ここから"];

    private static readonly string[] FromLabels = ["from", "差出人", "送信者"];

    private static readonly string[] OtherLabels =
        ["sent", "date", "to", "cc", "subject", "送信日時", "送信日", "日時", "日付", "宛先", "件名"];

    private static readonly string[] Endings =
        ["wrote:", "のメール:", "は書きました:", "が書きました:", "書きました:", "のメッセージ:", "からのメール:"];

    /// <summary>"---------- Forwarded message ---------" and its Japanese kin.</summary>
    public static bool IsForward(string line) => Bare(line) is { Length: > 0 } bare && Forwards.Any(f => bare.StartsWith(f, StringComparison.Ordinal))
        && (line.TrimStart().StartsWith('-') || line.TrimEnd().EndsWith(':'));

    /// <summary>After this line everything is the older mail.</summary>
    public static bool IsSeparator(string[] lines, int index)
    {
        var line = lines[index];
        if (line.StartsWith('-') && Separators.Contains(Bare(line)))
        {
            return true;
        }

        return IsHeaderBlock(lines, line.StartsWith("_____", StringComparison.Ordinal) ? index + 1 : index);
    }

    /// <summary>A cheap first look, so that the costly one runs on few lines.</summary>
    public static bool MayStartAttribution(string line)
    {
        var start = line.TrimStart();
        return start.Length > 0
            && (start.StartsWith("On ", StringComparison.Ordinal) || char.IsAsciiDigit(start[0]) || EndsLikeAttribution(start));
    }

    public static bool IsAttribution(string text)
    {
        var normal = text.TrimEnd().Replace('：', ':');
        if (!normal.EndsWith(':'))
        {
            return false;
        }

        // "On 3 May Ann wrote:", "Ann <a@b.example> wrote:", "2026/05/03 12:00, Ann wrote:"; not "this is what I wrote:"
        var dated = HasDate(normal);
        if (normal.EndsWith("wrote:", StringComparison.Ordinal))
        {
            return dated || normal.StartsWith("On ", StringComparison.Ordinal) || normal.Contains('@', StringComparison.Ordinal);
        }

        // Gmail in Japanese: 2026年5月3日(日) 12:00 山田 <a@b.example>:
        return EndsLikeAttribution(normal) ? dated || normal.Contains("さん", StringComparison.Ordinal)
            : dated && normal.EndsWith(">:", StringComparison.Ordinal);
    }

    private static bool EndsLikeAttribution(string text)
    {
        var normal = text.TrimEnd().Replace('：', ':');
        return Endings.Any(e => normal.EndsWith(e, StringComparison.Ordinal));
    }

    private static bool HasDate(string text)
    {
        var digits = text.Count(char.IsAsciiDigit);
        return digits >= 5 && (text.Contains('年', StringComparison.Ordinal) || text.Contains('/', StringComparison.Ordinal)
            || text.Contains(':', StringComparison.Ordinal) || text.Contains('-', StringComparison.Ordinal));
    }

    /// <summary>Outlook: From, then at least two of Sent, To, Cc, Subject on the next lines.</summary>
    private static bool IsHeaderBlock(string[] lines, int index)
    {
        if (index >= lines.Length || !FromLabels.Contains(Label(lines[index])))
        {
            return false;
        }

        var others = 0;
        for (var i = index + 1; i < lines.Length && i <= index + HeaderBlockLines; i++)
        {
            others += OtherLabels.Contains(Label(lines[i])) ? 1 : 0;
        }

        return others >= 2;
    }

    private static string Label(string line)
    {
        if (line.Length > 2000)
        {
            return "";
        }

        var colon = line.AsSpan().IndexOfAny(':', '：');
        return colon is > 0 and < 16 ? line[..colon].Trim(' ', '*', '\u3000', '\t').ToLowerInvariant() : "";
    }

    private static string Bare(string line) =>
        line.Length > 120 ? "" : line.Trim(' ', '-', '\t', '\r', ':', '>', '\u3000').ToLowerInvariant();
}
