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
            throw new LabException($"{path} cannot be written: {(error is DirectoryNotFoundException ? "there is no such folder" : error.Message)}.");
        }
    }

    public static string Quoted(string value) =>
        value.AsSpan().IndexOfAny("\",\r\n") < 0 ? value : $"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
