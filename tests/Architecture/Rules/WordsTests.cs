namespace OmniChannel.Architecture.Rules;

public sealed class WordsTests
{
    [Theory]
    [InlineData("QueueManager")]
    [InlineData("ManagerOptions")]
    [InlineData("TextHelpers")]
    [InlineData("StringUtils")]
    [InlineData("ChannelBase")]
    public void TypeName_ThatSaysNothing_IsFound(string name) =>
        Assert.Single(Words.TypeNames(Sample.File($"class Outer {{ struct {name} {{ }} }}")));

    [Theory]
    [InlineData("Database")]
    [InlineData("KnowledgeBase")]
    [InlineData("UtilisationReport")]
    public void TypeName_ThatOnlyLooksLikeIt_Passes(string name) => Assert.Empty(Words.TypeNames(Sample.File($"class {name} {{ }}")));

    [Theory]
    [InlineData("/// <summary></summary>")]
    [InlineData("/// <summary>\n/// \n/// </summary>")]
    [InlineData("/// <summary>A b.</summary>\n/// <returns></returns>")]
    [InlineData("/// <returns/>")]
    [InlineData("/// <param name=\"x\"></param>")]
    public void Documentation_WithAnEmptyTag_IsFound(string documentation) =>
        Assert.Single(Words.EmptyDocumentation(Sample.File(documentation + "\nclass Foo { }")));

    [Theory]
    [InlineData("/// <summary>See <see cref=\"Foo\"/>.</summary>")]
    [InlineData("/// <summary><see cref=\"Foo\"/></summary>")]
    [InlineData("/// <inheritdoc/>")]
    public void Documentation_ThatSaysSomething_Passes(string documentation) =>
        Assert.Empty(Words.EmptyDocumentation(Sample.File(documentation + "\nclass Foo { }")));

    [Theory]
    [InlineData("// TODO later")]
    [InlineData("/* FIXME */")]
    [InlineData("class Foo { void M() => throw new NotImplementedException(); }")]
    [InlineData("class Foo { void M() => throw new System.NotImplementedException(); }")]
    public void Work_LeftForLater_IsFound(string source) => Assert.Single(Words.Unfinished(Sample.File(source)));

    [Fact]
    public void Work_LeftForLaterInAPage_IsFound() => Assert.Single(Words.Unfinished("a.js", "let a = 1;\n// TODO b"));
}
