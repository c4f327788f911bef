namespace OmniChannel.AgentDesk;

/// <summary>The embedded files of the desk by name, and its page.</summary>
internal static class DeskAssets
{
    public const string Page = "desk.html";
    private const string Prefix = "desk/";
    private static readonly Lazy<IReadOnlyDictionary<string, DeskAsset>> Files = new(Read);

    public static IReadOnlyDictionary<string, DeskAsset> All => Files.Value;

    private static Dictionary<string, DeskAsset> Read()
    {
        var assembly = typeof(DeskAssets).Assembly;
        return assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
            .ToDictionary(name => name[Prefix.Length..], name => new DeskAsset(Bytes(name), TypeOf(name)), StringComparer.Ordinal);

        byte[] Bytes(string name)
        {
            using var stream = assembly.GetManifestResourceStream(name)!;
            var content = new byte[stream.Length];
            stream.ReadExactly(content);
            return content;
        }
    }

    private static string TypeOf(string name) => Path.GetExtension(name) switch
    {
        ".js" => "text/javascript; charset=utf-8",
        ".css" => "text/css; charset=utf-8",
        ".html" => "text/html; charset=utf-8",
        ".svg" => "image/svg+xml",
        var other => throw new InvalidOperationException($"The desk has no content type for {other} files."),
    };
}
