using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace OmniChannel.Architecture.Rules;

/// <summary>A C# file as text and as syntax.</summary>
internal sealed class SourceFile
{
    private static readonly CSharpParseOptions Options = new(LanguageVersion.Preview, DocumentationMode.Parse);

    /// <summary>Relative to the repository, with forward slashes.</summary>
    public required string Path { get; init; }

    public required string Text { get; init; }

    public required CompilationUnitSyntax Root { get; init; }

    public IEnumerable<MemberDeclarationSyntax> Types =>
        Root.DescendantNodes().OfType<MemberDeclarationSyntax>().Where(IsType);

    public IEnumerable<MemberDeclarationSyntax> TopLevelTypes =>
        Types.Where(type => type.Parent is BaseNamespaceDeclarationSyntax or CompilationUnitSyntax);

    public static SourceFile Parse(string path, string text) => new()
    {
        Path = path,
        Text = text,
        Root = CSharpSyntaxTree.ParseText(text, Options, path).GetCompilationUnitRoot(),
    };

    public static string NameOf(MemberDeclarationSyntax type) => type switch
    {
        BaseTypeDeclarationSyntax declared => declared.Identifier.ValueText,
        DelegateDeclarationSyntax declared => declared.Identifier.ValueText,
        _ => "",
    };

    public static int LinesOf(SyntaxNode node)
    {
        var span = node.SyntaxTree.GetLineSpan(node.Span);
        return span.EndLinePosition.Line - span.StartLinePosition.Line + 1;
    }

    // An extension block is a type to the parser, and a part of its class to a reader.
    private static bool IsType(MemberDeclarationSyntax member) =>
        member is DelegateDeclarationSyntax or BaseTypeDeclarationSyntax and not ExtensionBlockDeclarationSyntax;
}
