namespace OmniChannel.Emulator.Mail;

/// <summary>Headers and body of a mail or of a part of it. Total: whatever comes is cut somewhere.</summary>
internal sealed class MailPart
{
    private const int MaxHeaders = 200;
    private readonly List<KeyValuePair<string, string>> _headers = [];

    private MailPart(string body) => Body = body;

    /// <summary>One character per byte.</summary>
    public string Body { get; private set; }

    public string this[string name] =>
        _headers.FirstOrDefault(h => h.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Value ?? "";

    /// <param name="text">One character per byte (Latin-1), lines with CRLF or LF.</param>
    public static MailPart Read(string text)
    {
        var part = new MailPart(text);
        var position = 0;
        while (position < text.Length)
        {
            var end = text.IndexOf('\n', position);
            var next = end < 0 ? text.Length : end + 1;
            var line = text[position..(end < 0 ? text.Length : end)].TrimEnd('\r');
            position = next;
            if (line.Length == 0)
            {
                break;
            }

            part.Take(line);
        }

        part.Body = text[position..];
        return part;
    }

    /// <summary>The value before the first semicolon, in lower case.</summary>
    public string Value(string name) => this[name].Split(';')[0].Trim().ToLowerInvariant();

    public string Parameter(string name, string parameter)
    {
        foreach (var piece in this[name].Split(';').Skip(1))
        {
            var pair = piece.Split('=', 2);
            if (pair.Length == 2 && pair[0].Trim().Equals(parameter, StringComparison.OrdinalIgnoreCase))
            {
                return pair[1].Trim().Trim('"');
            }
        }

        return "";
    }

    private void Take(string line)
    {
        if (line[0] is ' ' or '\t')
        {
            if (_headers.Count > 0)
            {
                _headers[^1] = new(_headers[^1].Key, _headers[^1].Value + " " + line.Trim());
            }

            return;
        }

        var colon = line.IndexOf(':', StringComparison.Ordinal);
        if (colon > 0 && _headers.Count < MaxHeaders)
        {
            _headers.Add(new(line[..colon].Trim(), line[(colon + 1)..].Trim()));
        }
    }
}
