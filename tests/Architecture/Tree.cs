using System.Runtime.CompilerServices;
using OmniChannel.Architecture.Rules;

namespace OmniChannel.Architecture;

/// <summary>The repository on disk: its projects and its hand-written files.</summary>
internal static class Tree
{
    public static string Root { get; } = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Here())!, "..", ".."));

    /// <summary>The projects of an area (<c>src</c>, <c>tests</c>, <c>samples</c>, <c>benchmarks</c>), by name.</summary>
    public static IReadOnlyList<ProjectFile> Projects(string area) =>
        [.. Files(area, "*.csproj").Select(path => ProjectFile.Parse(Path.GetFileNameWithoutExtension(path), File.ReadAllText(path)))];

    public static IEnumerable<SourceFile> Sources(params string[] areas) =>
        areas.SelectMany(area => Files(area, "*.cs"))
            .Where(path => !path.EndsWith(".g.cs", StringComparison.Ordinal))
            .Select(path => SourceFile.Parse(Relative(path), File.ReadAllText(path)));

    /// <summary>Scripts, styles and pages, as path and text; what npm or a vendor made (<c>*.min.*</c>) is left out.</summary>
    public static IEnumerable<(string Path, string Text)> Pages(params string[] areas) =>
        areas.SelectMany(area => new[] { "*.js", "*.css", "*.html" }.SelectMany(pattern => Files(area, pattern)))
            .Where(path => !path.Contains(".min.", StringComparison.Ordinal))
            .Select(path => (Relative(path), File.ReadAllText(path)));

    /// <summary>The pages that people read, as path and text: the README, docs, and the README of each package.</summary>
    public static IReadOnlyList<(string Path, string Text)> Guides() =>
        [.. new[] { "docs", "src", "samples" }.SelectMany(area => Files(area, "*.md")).Append(Path.Combine(Root, "README.md"))
            .Select(path => (Relative(path), File.ReadAllText(path)))];

    /// <summary>The text of each C# file below some folders.</summary>
    public static IReadOnlyList<string> Code(params string[] areas) => [.. areas.SelectMany(area => Files(area, "*.cs")).Select(File.ReadAllText)];

    private static IEnumerable<string> Files(string area, string pattern)
    {
        var folder = Path.Combine(Root, area);
        return !Directory.Exists(folder)
            ? []
            : Directory.EnumerateFiles(folder, pattern, SearchOption.AllDirectories)
                .Where(path => !path.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj" or "node_modules"))
                .Order(StringComparer.Ordinal);
    }

    private static string Relative(string path) => Path.GetRelativePath(Root, path).Replace('\\', '/');

    private static string Here([CallerFilePath] string path = "") => path;
}
