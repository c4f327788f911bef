using System.Globalization;
using System.Text;

namespace OmniChannel.Generators;

/// <summary>Reads the literals of a JavaScript object of arrays: strings, numbers, arrays with left-out elements, null.</summary>
internal sealed class JsArray(string text)
{
    private int _at;

    /// <summary>Reads <c>{KEY:[...],...}</c> that begins at a place.</summary>
    public Dictionary<string, List<object?>> ObjectAt(int start)
    {
        _at = start;
        Take('{');
        var found = new Dictionary<string, List<object?>>(StringComparer.Ordinal);
        while (Peek() != '}')
        {
            var colon = text.IndexOf(':', _at);
            var key = text[_at..colon].Trim().Trim('"');
            _at = colon + 1;
            found[key] = Array();
            if (Peek() == ',')
            {
                _at++;
            }
        }

        return found;
    }

    private List<object?> Array()
    {
        Take('[');
        var items = new List<object?>();
        while (true)
        {
            switch (Peek())
            {
                case ']':
                    _at++;
                    return items;
                case ',':
                    _at++;
                    items.Add(null);
                    break;
                default:
                    items.Add(Value());
                    if (Peek() == ',')
                    {
                        _at++;
                    }

                    break;
            }
        }
    }

    private object? Value()
    {
        var next = Peek();
        if (next == '[')
        {
            return Array();
        }

        if (next == '"')
        {
            return String();
        }

        var start = _at;
        while (text[_at] is not (',' or ']'))
        {
            _at++;
        }

        var word = text[start.._at].Trim();
        return word == "null" ? null : long.Parse(word, CultureInfo.InvariantCulture);
    }

    private string String()
    {
        var builder = new StringBuilder();
        for (_at++; text[_at] != '"'; _at++)
        {
            if (text[_at] == '\\')
            {
                _at++;
            }

            builder.Append(text[_at]);
        }

        _at++;
        return builder.ToString();
    }

    private void Take(char expected)
    {
        if (Peek() != expected)
        {
            throw new FormatException($"Expected '{expected}' at {_at}.");
        }

        _at++;
    }

    private char Peek()
    {
        while (char.IsWhiteSpace(text[_at]))
        {
            _at++;
        }

        return text[_at];
    }
}
