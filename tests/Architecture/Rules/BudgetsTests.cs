namespace OmniChannel.Architecture.Rules;

public sealed class BudgetsTests
{
    [Fact]
    public void File_OverFourHundredLines_IsFound()
    {
        Assert.Empty(Budgets.Length(Sample.File(new string('\n', 400))));
        Assert.Single(Budgets.Length(Sample.File(new string('\n', 400) + "// one more\n")));
    }

    [Theory]
    [InlineData("class Foo { void M()\n{BODY} }")]
    [InlineData("class Foo { Foo()\n{BODY} }")]
    [InlineData("class Foo { int P { get\n{BODY} } }")]
    [InlineData("class Foo { static int operator +(Foo a, Foo b)\n{BODY} }")]
    public void Method_OverEightyLines_IsFound(string source)
    {
        string WithBody(int lines) => source.Replace("{BODY}", "{" + new string('\n', lines) + "}", StringComparison.Ordinal);

        Assert.Empty(Budgets.Length(Sample.File(WithBody(78))));
        Assert.Single(Budgets.Length(Sample.File(WithBody(79 + 1))));
    }

    [Theory]
    [InlineData("Foo.cs", "class Foo { } enum Bar { }")]
    [InlineData("Foo.cs", "namespace A { class Foo { } } namespace B { delegate void Bar(); }")]
    [InlineData("Foo.cs", "class Bar { }")]
    [InlineData("Foo.Topic.cs", "class Foo { }")]
    public void File_NotOfOneTypeNamedLikeIt_IsFound(string name, string source) =>
        Assert.Single(Budgets.OneType(Sample.File(source, "src/X/" + name)));

    [Theory]
    [InlineData("Foo.cs", "class Foo { class Inner { } }")]
    [InlineData("Foo.TResult.cs", "record Foo<TResult>;")]
    [InlineData("Foo.Topic.cs", "partial class Foo { }")]
    [InlineData("Program.cs", "Console.WriteLine();")]
    [InlineData("Foo.cs", "static class Foo { extension(string text) { public int Twice => field = text.Length * 2; } }")]
    public void File_OfOneTypeNamedLikeIt_Passes(string name, string source) =>
        Assert.Empty(Budgets.OneType(Sample.File(source, "src/X/" + name)));

    [Theory]
    [InlineData("OmniChannel.Sdk/Routing/Foo.cs", "namespace OmniChannel.Identity; class Foo;")]
    [InlineData("OmniChannel.Sdk/Routing/Foo.cs", "namespace Acme.Routing; class Foo;")]
    [InlineData("OmniChannel.Sdk/Routing/Foo.cs", "class Foo;")]
    [InlineData("OmniChannel.Sdk/Foo.cs", "namespace Microsoft.Extensions.DependencyInjection; class Foo;")]
    [InlineData("OmniChannel.Sdk/Foo.cs", "namespace Microsoft.AspNetCore.Builder; static class Foo;")]
    public void Namespace_NotOfTheFolder_IsFound(string path, string source) =>
        Assert.Single(Budgets.Namespace(Sample.File(source, "src/" + path)));

    [Theory]
    [InlineData("OmniChannel.Sdk/Storage/InMemory/Foo.cs", "namespace OmniChannel.Storage.InMemory; class Foo;")]
    [InlineData("OmniChannel.Sdk.Channels.Email/Mime/Foo.cs", "namespace OmniChannel.Channels.Email.Mime; class Foo;")]
    [InlineData("OmniChannel.Sdk.Channels.Email/Foo.cs", "namespace OmniChannel.Channels.Email; class Foo;")]
    [InlineData("OmniChannel.Sdk.AspNetCore/Foo.cs", "namespace Microsoft.AspNetCore.Builder; static class Foo;")]
    [InlineData("OmniChannel.Sdk/DependencyInjection/OmniChannelExtensions.cs",
        "namespace Microsoft.Extensions.DependencyInjection; static class OmniChannelExtensions;")]
    public void Namespace_OfTheFolder_Passes(string path, string source) =>
        Assert.Empty(Budgets.Namespace(Sample.File(source, "src/" + path)));
}
