namespace OmniChannel.Channels.Email.Mime;

/// <summary>
/// Separates a reply from the mail it quotes: "&gt; " lines, "... wrote:" lines (English and Japanese), "Original Message"
/// separators, Outlook's header block. Forwarded mails are not cut: what they carry is the message.
/// </summary>
internal static class QuotedReplySplitter
{
    private const int MaxMarkerLines = 3;

    public static QuotedReply Split(string text)
    {
        var lines = text.Split('\n');
        var quoted = new bool[lines.Length];
        var any = Mark(lines, quoted);
        var reply = any ? Join(lines, quoted, wanted: false) : text;
        if (!any || string.IsNullOrWhiteSpace(reply))
        {
            return new QuotedReply { Original = text, Reply = text, Quoted = "" };
        }

        return new QuotedReply { Original = text, Reply = reply, Quoted = Join(lines, quoted, wanted: true) };
    }

    private static bool Mark(string[] lines, bool[] quoted)
    {
        var any = false;
        for (var i = 0; i < lines.Length; i++)
        {
            if (QuoteMarkers.IsForward(lines[i]))
            {
                break;
            }

            if (QuoteMarkers.IsSeparator(lines, i))
            {
                Array.Fill(quoted, true, i, lines.Length - i);
                return true;
            }

            if (IsQuoteLine(lines[i]) && (any || HasNeighbour(lines, i)))
            {
                quoted[i] = true;
                any = true;
            }
            else if (MarkerLength(lines, i) is var length and > 0)
            {
                any = true;
                i = MarkAttribution(lines, quoted, i, length);
            }
        }

        return any;
    }

    /// <summary>
    /// "On Monday Ann wrote:" before "&gt; " lines takes those lines only, since answers may stand between them; before
    /// unmarked text it takes the rest.
    /// </summary>
    private static int MarkAttribution(string[] lines, bool[] quoted, int start, int length)
    {
        var next = start + length;
        while (next < lines.Length && string.IsNullOrWhiteSpace(lines[next]))
        {
            next++;
        }

        var end = next < lines.Length && IsQuoteLine(lines[next]) ? next : lines.Length;
        Array.Fill(quoted, true, start, end - start);
        return end - 1;
    }

    /// <summary>How many lines from here make up an attribution; mail programs wrap it.</summary>
    private static int MarkerLength(string[] lines, int start)
    {
        if (!QuoteMarkers.MayStartAttribution(lines[start]))
        {
            return 0;
        }

        var joined = "";
        for (var count = 1; count <= MaxMarkerLines && start + count <= lines.Length; count++)
        {
            var line = lines[start + count - 1].Trim();
            if (line.Length == 0 || line.Length > 400)
            {
                return 0;
            }

            joined = joined.Length == 0 ? line : $"{joined} {line}";
            if (QuoteMarkers.IsAttribution(joined))
            {
                return count;
            }
        }

        return 0;
    }

    private static bool IsQuoteLine(string line) => line.StartsWith('>') || line.StartsWith(" >", StringComparison.Ordinal);

    /// <summary>A single "&gt; 5" is what someone wrote; two such lines are a quote.</summary>
    private static bool HasNeighbour(string[] lines, int i) =>
        (i > 0 && IsQuoteLine(lines[i - 1])) || (i + 1 < lines.Length && IsQuoteLine(lines[i + 1]));

    private static string Join(string[] lines, bool[] quoted, bool wanted) =>
        string.Join('\n', lines.Where((_, i) => quoted[i] == wanted)).Trim('\n', '\r', ' ');
}
