using System.Text;

namespace OmniChannel.Channels.Email.Mime;

/// <summary>
/// Address lists (RFC 5322 section 3.4): names, quoted strings, comments, groups (flattened), source routes (dropped). One
/// pass; an entry without an address is left out.
/// </summary>
internal sealed class AddressListParser
{
    private readonly string _text;
    private readonly int _max;
    private readonly List<Mailbox> _mailboxes = [];
    private readonly StringBuilder _phrase = new();
    private readonly StringBuilder _bare = new();
    private readonly StringBuilder _comment = new();
    private string? _angle;
    private int _position;

    private AddressListParser(string text, int max)
    {
        _text = text;
        _max = max;
    }

    public static IReadOnlyList<Mailbox> Parse(string? header, int max = 500) =>
        string.IsNullOrWhiteSpace(header) ? [] : new AddressListParser(header, max).Parse();

    private List<Mailbox> Parse()
    {
        while (_position < _text.Length && _mailboxes.Count < _max)
        {
            switch (_text[_position])
            {
                case ',' or ';':
                    Flush();
                    _position++;
                    break;
                case ':' when _angle is null:
                    Clear(); // the name of a group
                    _position++;
                    break;
                case '(':
                    ParameterScanner.SkipComment(_text, ref _position, _comment);
                    break;
                case '"':
                    ReadQuoted();
                    break;
                case '<':
                    ReadAngle();
                    break;
                default:
                    ReadPlain();
                    break;
            }
        }

        Flush();
        return _mailboxes;
    }

    private void ReadQuoted()
    {
        var start = _position;
        ParameterScanner.ReadQuoted(_text, ref _position, _phrase);
        _bare.Append(_text, start, _position - start);
    }

    private void ReadAngle()
    {
        var address = new StringBuilder();
        _position++;
        while (_position < _text.Length && _text[_position] is not '>')
        {
            if (_text[_position] == '"')
            {
                var start = _position;
                ParameterScanner.ReadQuoted(_text, ref _position, new StringBuilder());
                address.Append(_text, start, _position - start);
            }
            else
            {
                address.Append(_text[_position++]);
            }
        }

        _position = Math.Min(_position + 1, _text.Length);
        var value = address.ToString();
        var route = value.StartsWith('@') ? value.IndexOf(':', StringComparison.Ordinal) : -1;
        _angle ??= value[(route + 1)..];
    }

    private void ReadPlain()
    {
        if (EncodedWords.TryMatch(_text, _position, out var word))
        {
            _phrase.Append(_text, _position, word.End - _position);
            _position = word.End;
            return;
        }

        var c = _text[_position++];
        _phrase.Append(c);
        _bare.Append(c);
    }

    private void Flush()
    {
        var address = Compact(_angle ?? _bare.ToString());
        if (address.IndexOf('@', StringComparison.Ordinal) > 0 && !address.EndsWith('@'))
        {
            var name = _angle is null ? "" : Display(_phrase);
            name = name.Length > 0 ? name : Display(_comment);
            _mailboxes.Add(new Mailbox { Name = name.Length > 0 ? name : null, Address = address });
        }

        Clear();
    }

    private static string Display(StringBuilder text) => HeaderText.Clean(EncodedWords.Decode(text.ToString()));

    /// <summary>White space around an address, and control characters anywhere in it, are noise.</summary>
    private static string Compact(string text)
    {
        var compact = new StringBuilder(text.Length);
        var quoted = false;
        foreach (var c in text)
        {
            quoted ^= c == '"';
            if (!char.IsControl(c) && (quoted || !char.IsWhiteSpace(c)))
            {
                compact.Append(c);
            }
        }

        return compact.ToString();
    }

    private void Clear()
    {
        _phrase.Clear();
        _bare.Clear();
        _comment.Clear();
        _angle = null;
    }
}
