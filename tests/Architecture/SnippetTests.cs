using OmniChannel.Architecture.Rules;

namespace OmniChannel.Architecture;

/// <summary>C# in pages is compiled: it stands in docs/snippets or in a sample, line by line.</summary>
public sealed class SnippetTests
{
    public static TheoryData<string> Guides => [.. Tree.Guides().Select(page => page.Path)];

    [Fact]
    public void Readme_Registration_IsTheSnippet()
    {
        var readme = Tree.Guides().Single(page => page.Path == "README.md").Text;
        var snippet = Snippets.In(Tree.Code("docs/snippets")).Single(s => s.Name == "registration").Lines;

        Assert.Equal(snippet, Assert.Single(Snippets.Blocks(readme)));
    }

    [Theory]
    [MemberData(nameof(Guides))]
    public void Code_OnAPage_IsCompiledSomewhere(string page)
    {
        var compiled = Snippets.Known(Tree.Code("docs/snippets", "samples", "tests/Conformance"));
        var text = Tree.Guides().Single(p => p.Path == page).Text;

        House.Holds(Snippets.Blocks(text).SelectMany(b => b).Where(line => !compiled.Contains(line.Trim()))
            .Select(line => new Violation("snippet", page, $"has a line that nothing compiles: {line.Trim()}")));
    }

    [Theory]
    [MemberData(nameof(Guides))]
    public void Links_OnAPage_LeadSomewhere(string page)
    {
        var text = Tree.Guides().Single(p => p.Path == page).Text;
        var folder = Path.Combine(Tree.Root, Path.GetDirectoryName(page)!);

        House.Holds(Snippets.Links(text).Where(link => !Path.Exists(Path.Combine(folder, link)))
            .Select(link => new Violation("link", page, $"leads to {link}, and nothing is there")));
    }
}
