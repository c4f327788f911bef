using System.Text.RegularExpressions;

namespace OmniChannel.Architecture.Rules;

/// <summary>Named pieces of compiled code (<c>// snippet: name</c> to <c>// end</c>), and the code blocks and links of pages.</summary>
internal static partial class Snippets
{
    public static IEnumerable<(string Name, IReadOnlyList<string> Lines)> In(IEnumerable<string> files)
    {
        foreach (var file in files)
        {
            var lines = file.ReplaceLineEndings("\n").Split('\n');
            for (var i = 0; i < lines.Length; i++)
            {
                if (lines[i].Trim().StartsWith("// snippet: ", StringComparison.Ordinal))
                {
                    var name = lines[i].Trim()["// snippet: ".Length..];
                    var body = lines.Skip(i + 1).TakeWhile(line => line.Trim() != "// end").ToList();
                    yield return (name, Dedent(body));
                }
            }
        }
    }

    /// <summary>Every line of some files, trimmed.</summary>
    public static HashSet<string> Known(IEnumerable<string> files) =>
        [.. files.SelectMany(f => f.ReplaceLineEndings("\n").Split('\n')).Select(line => line.Trim()), "..."];

    /// <summary>The C# blocks of a page.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> Blocks(string page) =>
        [.. Fence().Matches(page.ReplaceLineEndings("\n")).Select(m => (IReadOnlyList<string>)[.. m.Groups[1].Value.TrimEnd('\n').Split('\n')])];

    /// <summary>Relative links and pictures of a page, without their anchors.</summary>
    public static IEnumerable<string> Links(string page) =>
        Link().Matches(page).Select(m => m.Groups[1].Value.Split('#')[0]).Where(link => link.Length > 0 && !link.Contains("://", StringComparison.Ordinal));

    private static IReadOnlyList<string> Dedent(List<string> lines)
    {
        while (lines.Count > 0 && lines[^1].Trim().Length == 0)
        {
            lines.RemoveAt(lines.Count - 1);
        }

        var indent = lines.Where(line => line.Trim().Length > 0).Select(line => line.Length - line.TrimStart().Length).DefaultIfEmpty().Min();
        return [.. lines.Select(line => line.Length < indent ? "" : line[indent..])];
    }

    [GeneratedRegex("^```csharp\\n(.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();

    [GeneratedRegex("\\]\\(([^)\\s]+)\\)")]
    private static partial Regex Link();
}
