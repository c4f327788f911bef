namespace OmniChannel.Architecture.Rules;

public sealed class SnippetsTests
{
    [Fact]
    public void Snippet_BetweenItsMarks_LosesItsIndentOnly()
    {
        var found = Assert.Single(Snippets.In(["class A\n{\n    // snippet: one\n    void B()\n    {\n        C();\n    }\n\n    // end\n    int D;\n}\n"]));

        Assert.Equal("one", found.Name);
        Assert.Equal(["void B()", "{", "    C();", "}"], found.Lines);
    }

    [Fact]
    public void Blocks_OfAPage_AreItsCSharpOnly() =>
        Assert.Equal([["var a = 1;", "", "var b = 2;"]], Snippets.Blocks("text\n\n```csharp\nvar a = 1;\n\nvar b = 2;\n```\n\n```\ndotnet test\n```\n"));

    [Fact]
    public void Links_OfAPage_AreTheRelativeOnes() =>
        Assert.Equal(["docs/a.md", "b.png"], Snippets.Links("[a](docs/a.md#part) ![b](b.png) [c](https://example.org/) [d](#here)"));
}
