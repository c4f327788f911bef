using System.Text;

namespace OmniChannel.Channels.Email.Mime;

/// <summary>
/// Writes header fields as CRLF lines, folded at 76 columns. Control characters become spaces before anything else, so
/// no value can start a field of its own.
/// </summary>
internal sealed class HeaderWriter
{
    private const int LineLength = 76;
    private readonly StringBuilder _output = new();
    private int _column;

    /// <summary>A structured field from pieces between which a line may break.</summary>
    public void Field(string name, IEnumerable<string> pieces)
    {
        _output.Append(name).Append(':');
        _column = name.Length + 1;
        foreach (var piece in pieces)
        {
            Piece(Sanitize(piece));
        }

        _output.Append("\r\n");
    }

    /// <summary>An unstructured field, as encoded words where plain text would not survive.</summary>
    public void Text(string name, string text) => Field(name, Words(text));

    /// <summary>A list of mailboxes; the caller has checked the addresses.</summary>
    public void Mailboxes(string name, IReadOnlyList<Mailbox> mailboxes)
    {
        var pieces = new List<string>();
        for (var i = 0; i < mailboxes.Count; i++)
        {
            var comma = i < mailboxes.Count - 1 ? "," : "";
            var display = Sanitize(mailboxes[i].Name ?? "").Trim();
            if (display.Length == 0)
            {
                pieces.Add(mailboxes[i].Address + comma);
                continue;
            }

            pieces.AddRange(Phrase(display));
            pieces.Add($"<{mailboxes[i].Address}>{comma}");
        }

        Field(name, pieces);
    }

    public override string ToString() => _output.ToString();

    private void Piece(string piece)
    {
        if (_column + 1 + piece.Length > LineLength && _column > 1)
        {
            _output.Append("\r\n");
            _column = 0;
        }

        _output.Append(' ').Append(piece);
        _column += 1 + piece.Length;
    }

    private static IEnumerable<string> Words(string text)
    {
        var clean = Sanitize(text);
        return EncodedWordWriter.IsNeeded(clean) ? EncodedWordWriter.Encode(clean) : clean.Split(' ');
    }

    private static IEnumerable<string> Phrase(string display)
    {
        if (display.Length > LineLength || EncodedWordWriter.IsNeeded(display))
        {
            return EncodedWordWriter.Encode(display);
        }

        return display.All(c => char.IsAsciiLetterOrDigit(c) || c is ' ' or '-' or '_' or '\'')
            ? display.Split(' ')
            : [$"\"{display.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\""];
    }

    private static string Sanitize(string text) =>
        text.Any(IsUnsafe) ? string.Create(text.Length, text, static (span, t) =>
        {
            for (var i = 0; i < t.Length; i++)
            {
                span[i] = IsUnsafe(t[i]) ? ' ' : t[i];
            }
        })
        : text;

    private static bool IsUnsafe(char c) => char.IsControl(c) || c is '\u2028' or '\u2029';
}
