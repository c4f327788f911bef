using System.Text;

namespace IdentityLab;

/// <summary>Writes files as UTF-8 without a mark, with line feeds.</summary>
internal static class OutputFile
{
    public static void Write(string path, string text)
    {
        try
        {
            File.WriteAllText(path, text, new UTF8Encoding(false));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new LabException($"{path} cannot be written: {(error is DirectoryNotFoundException ? "there is no such folder" : error.Message.TrimEnd('.'))}.");
        }
    }

    /// <summary>Tries the files that a run will write before it begins: none is an input, or another output, and all can be written.</summary>
    public static void Try(Arguments arguments, params ReadOnlySpan<string> outputs)
    {
        var taken = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var option in (ReadOnlySpan<string>)["--input", "--link", "--schema", .. outputs])
        {
            if (arguments[option] is not { } path)
            {
                continue;
            }

            if (!taken.TryAdd(Path.GetFullPath(path), option) && outputs.Contains(option))
            {
                throw new LabException($"{option} is the same file as {taken[Path.GetFullPath(path)]}: {path}.");
            }

            if (outputs.Contains(option))
            {
                Try(path);
            }
        }
    }

    private static void Try(string path)
    {
        if (Directory.Exists(path))
        {
            throw new LabException($"{path} cannot be written: it is a folder.");
        }

        try
        {
            var isNew = !File.Exists(path);
            new FileStream(path, FileMode.OpenOrCreate, FileAccess.Write).Dispose();
            if (isNew)
            {
                File.Delete(path);
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new LabException($"{path} cannot be written: {(error is DirectoryNotFoundException ? "there is no such folder" : error.Message.TrimEnd('.'))}.");
        }
    }

    public static string Quoted(string value) =>
        value.AsSpan().IndexOfAny("\",\r\n") < 0 ? value : $"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
