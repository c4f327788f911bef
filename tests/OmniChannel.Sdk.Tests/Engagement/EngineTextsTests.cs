using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace OmniChannel.Engagement;

public sealed partial class EngineTextsTests
{
    [Fact]
    public void P7_EveryCodeThatIsWritten_HasASentenceInBothLanguages()
    {
        EngineTexts.Register();
        var source = Path.GetFullPath(Path.Combine(Here(), "../../../src/OmniChannel.Sdk"));
        var codes = Directory.EnumerateFiles(source, "*.cs", SearchOption.AllDirectories)
            .Where(f => !f.Contains("/obj/", StringComparison.Ordinal) && !f.EndsWith("FactKinds.cs", StringComparison.Ordinal))
            .SelectMany(f => Codes().Matches(File.ReadAllText(f)).Select(m => m.Groups["code"].Value))
            .Distinct()
            .ToList();

        Assert.True(codes.Count > 40, $"only {codes.Count} codes were found");
        Assert.DoesNotContain(codes, c => Explanation.Of(c).ToText(Locale.English) == c || Explanation.Of(c).ToText(Locale.Japanese) == c);
    }

    [GeneratedRegex("""(?:Explanation\.Of|Decision\.No|Decision\.Yes)\("(?<code>[a-z-]+\.[a-z-]+)"|"(?<code>(?:send|reply|routing|verification)\.[a-z-]+)""" + "\"")]
    private static partial Regex Codes();

    private static string Here([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
