using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace OmniChannel.Architecture.Rules;

/// <summary>What may not be written: vague type names, empty documentation, unfinished work.</summary>
internal static partial class Words
{
    private static readonly string[] Documenting =
        ["summary", "remarks", "param", "typeparam", "returns", "value", "exception", "example"];

    public static IEnumerable<Violation> TypeNames(SourceFile file) =>
        file.Types.Select(SourceFile.NameOf).Where(name => Vague().IsMatch(name))
            .Select(name => new Violation("type name", name, $"says nothing ({file.Path})"));

    public static IEnumerable<Violation> EmptyDocumentation(SourceFile file)
    {
        var nodes = file.Root.DescendantNodes(descendIntoTrivia: true).ToList();
        var named = nodes.OfType<XmlElementSyntax>().Where(IsEmpty).Select(element => element.StartTag.Name)
            .Concat(nodes.OfType<XmlEmptyElementSyntax>().Select(element => element.Name))
            .Where(name => Documenting.Contains(name.LocalName.ValueText));
        return named.Select(name => new Violation("empty documentation", file.Path, $"<{name}> in line {Line(name)}"));
    }

    public static IEnumerable<Violation> Unfinished(SourceFile file) =>
        [
            .. Unfinished(file.Path, file.Text),
            .. file.Root.DescendantNodes().OfType<SimpleNameSyntax>()
                .Where(name => name.Identifier.ValueText == nameof(NotImplementedException))
                .Select(name => new Violation("unfinished", file.Path, $"NotImplementedException in line {Line(name)}")),
        ];

    public static IEnumerable<Violation> Unfinished(string path, string text) =>
        Later().Matches(text).Select(match =>
            new Violation("unfinished", path, $"{match.Value} in line {text.AsSpan(0, match.Index).Count('\n') + 1}"));

    // "base" in KnowledgeBase is a word of the domain; at the end of any other name it says "I am inherited from".
    [GeneratedRegex("(Manager|Helpers?|Util(s|ity|ities)?)(?![a-z])|(?<!Knowledge)Base$")]
    private static partial Regex Vague();

    [GeneratedRegex(@"\b(TODO|FIXME|XXX|HACK)\b")]
    private static partial Regex Later();

    private static bool IsEmpty(XmlElementSyntax element) => element.Content.All(node => node is XmlTextSyntax text
        && text.TextTokens.All(token => token.IsKind(SyntaxKind.XmlTextLiteralNewLineToken) || string.IsNullOrWhiteSpace(token.ValueText)));

    private static int Line(SyntaxNode node) =>
        node.SyntaxTree.GetLineSpan(node.Span).StartLinePosition.Line + 1;
}
