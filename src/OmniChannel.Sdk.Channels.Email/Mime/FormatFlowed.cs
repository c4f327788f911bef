using System.Text;

namespace OmniChannel.Channels.Email.Mime;

/// <summary>Joins soft-wrapped lines of text/plain; format=flowed (RFC 3676); quote marks stay as "&gt; ".</summary>
internal static class FormatFlowed
{
    private const int MaxQuoteDepth = 50;

    /// <param name="text">The decoded body.</param>
    /// <param name="deleteSpace">DelSp=yes: the space before a soft break is not part of the text, as in Japanese.</param>
    public static string Unwrap(string text, bool deleteSpace)
    {
        var output = new StringBuilder(text.Length);
        var openDepth = -1;
        foreach (var raw in text.AsSpan().EnumerateLines())
        {
            var line = raw;
            var depth = 0;
            while (line.Length > 0 && line[0] == '>')
            {
                depth++;
                line = line[1..];
            }

            if (line.Length > 0 && line[0] == ' ')
            {
                line = line[1..]; // space-stuffing
            }

            // "-- " opens a signature and is never soft
            var soft = line.Length > 0 && line[^1] == ' ' && line is not "-- ";
            if (openDepth == depth && line is not "-- ")
            {
                output.Append(soft && deleteSpace ? line[..^1] : line);
            }
            else
            {
                NewLine(output, openDepth);
                Quote(output, depth);
                output.Append(soft && deleteSpace ? line[..^1] : line);
            }

            openDepth = soft ? depth : -2;
        }

        return output.ToString();
    }

    private static void NewLine(StringBuilder output, int openDepth)
    {
        if (output.Length > 0 || openDepth == -2)
        {
            output.Append('\n');
        }
    }

    private static void Quote(StringBuilder output, int depth)
    {
        if (depth > 0)
        {
            output.Append('>', Math.Min(depth, MaxQuoteDepth)).Append(' ');
        }
    }
}
