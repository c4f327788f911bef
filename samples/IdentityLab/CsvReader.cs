using System.Text;

namespace IdentityLab;

/// <summary>
/// Reads CSV after RFC 4180: quotes, doubled quotes, line breaks in quotes; a byte order mark is skipped. Where the first line parts its fields by
/// semicolons or tabs, as spreadsheets in many countries write them, so do the others.
/// </summary>
internal sealed class CsvReader(TextReader reader, string name)
{
    private readonly StringBuilder field = new();
    private readonly List<string> row = [];
    private int line = 1;
    private char separator;

    /// <summary>The line on which the row read last began.</summary>
    public int Line { get; private set; }

    /// <summary>The fields of the next row that is not blank, or null at the end. The list is used again for the next row.</summary>
    public IReadOnlyList<string>? Read()
    {
        do
        {
            row.Clear();
            Line = line;
            if (reader.Peek() < 0)
            {
                return null;
            }

            ReadRow();
        }
        while (row is [""]);
        return row;
    }

    private void ReadRow()
    {
        while (true)
        {
            field.Clear();
            var end = reader.Peek() == '"' ? Quoted() : Plain();
            row.Add(field.ToString());
            if (end == separator && end > 0)
            {
                continue;
            }

            separator = separator == '\0' ? ',' : separator;

            if (end == '\r' && reader.Peek() == '\n')
            {
                reader.Read();
            }

            line++;
            return;
        }
    }

    private int Plain()
    {
        int c;
        while ((c = reader.Read()) is not (-1 or '\r' or '\n') && !Ends(c))
        {
            if (c == '\0')
            {
                throw new LabException($"{name}, line {Line}: this is no text file.");
            }

            field.Append((char)c);
        }

        return c;
    }

    private int Quoted()
    {
        reader.Read();
        while (true)
        {
            var c = reader.Read();
            if (c < 0)
            {
                throw new LabException($"{name}, line {Line}: a quoted field has no closing quote.");
            }

            line += c == '\n' ? 1 : 0;
            if (c != '"')
            {
                field.Append((char)c);
                continue;
            }

            c = reader.Read();
            if (c == '"')
            {
                field.Append('"');
            }
            else if (c is -1 or '\r' or '\n' || Ends(c))
            {
                return c;
            }
            else
            {
                throw new LabException($"{name}, line {Line}: after a closing quote comes '{(char)c}' instead of a separator.");
            }
        }
    }

    /// <summary>True for the separator; the first one in the first line says which it is.</summary>
    private bool Ends(int c)
    {
        if (separator == '\0' && c is (',' or ';' or '\t'))
        {
            separator = (char)c;
        }

        return c == separator && c > 0;
    }
}
