using System.Text;

namespace IdentityLab;

/// <summary>One CSV file: its header, and rows handed on one by one.</summary>
internal sealed class PeopleFile : IDisposable
{
    private readonly StreamReader text;
    private readonly CsvReader csv;

    public PeopleFile(string path)
    {
        Path = path;
        try
        {
            text = new(path, new UTF8Encoding(false, throwOnInvalidBytes: true), detectEncodingFromByteOrderMarks: true, bufferSize: 1 << 16);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new LabException($"{path} cannot be read: {(error is FileNotFoundException or DirectoryNotFoundException ? "there is no such file" : Directory.Exists(path) ? "it is a folder" : error.Message.TrimEnd('.'))}.");
        }

        csv = new(text, path);
        Header = [.. (Next() ?? throw new LabException($"{path} is empty.")).Select(name => name.Trim())];
        var twice = Header.GroupBy(name => name, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1);
        if (twice is not null)
        {
            throw new LabException($"{path} has the column '{twice.Key}' twice.");
        }
    }

    public string Path { get; }

    public IReadOnlyList<string> Header { get; }

    public int Line => csv.Line;

    /// <summary>The position of a column.</summary>
    public int Column(string name)
    {
        for (var i = 0; i < Header.Count; i++)
        {
            if (Header[i] == name)
            {
                return i;
            }
        }

        throw new LabException($"{Path} has no column '{name}'; it has {string.Join(", ", Header)}.");
    }

    /// <summary>The next row, or null at the end.</summary>
    public IReadOnlyList<string>? Row()
    {
        var row = Next();
        return row is null || row.Count == Header.Count
            ? row
            : throw new LabException($"{Path}, line {csv.Line}: {row.Count} fields, the header has {Header.Count}.");
    }

    public void Dispose() => text.Dispose();

    private IReadOnlyList<string>? Next()
    {
        try
        {
            return csv.Read();
        }
        catch (DecoderFallbackException)
        {
            throw new LabException($"{Path} is not UTF-8 (from line {csv.Line} on). Save it as UTF-8, for example with iconv -f SHIFT_JIS -t UTF-8.");
        }
    }
}
