using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace OmniChannel.Architecture.Rules;

/// <summary>STYLE 3, 5 and 6: where a type lives and how long it may be.</summary>
internal static class Budgets
{
    private const int FileLines = 400;
    private const int MethodLines = 80;

    public static IEnumerable<Violation> Check(SourceFile file) => [.. Length(file), .. OneType(file)];

    public static IEnumerable<Violation> Length(SourceFile file)
    {
        var lines = file.Text.AsSpan().TrimEnd('\n').Count('\n') + 1;
        if (lines > FileLines)
        {
            yield return new("file length", file.Path, $"{lines} lines, at most {FileLines}");
        }

        foreach (var member in file.Root.DescendantNodes().Where(IsCode))
        {
            var length = SourceFile.LinesOf(member);
            if (length > MethodLines)
            {
                var line = member.SyntaxTree.GetLineSpan(member.Span).StartLinePosition.Line + 1;
                yield return new("method length", file.Path, $"{length} lines from line {line}, at most {MethodLines}");
            }
        }
    }

    public static IEnumerable<Violation> OneType(SourceFile file)
    {
        var types = file.TopLevelTypes.ToList();
        if (types.Count > 1)
        {
            yield return new("one type per file", file.Path, string.Join(", ", types.Select(SourceFile.NameOf)));
        }
        else if (types is [var type] && !IsNamedAfter(file.Path, type))
        {
            yield return new("one type per file", file.Path, $"holds {SourceFile.NameOf(type)}");
        }
    }

    /// <summary>Namespaces of src start with OmniChannel and end with the folder; two exceptions for what users look for elsewhere.</summary>
    public static IEnumerable<Violation> Namespace(SourceFile file)
    {
        var parts = file.Path.Split('/');
        var (package, folders) = (parts[1], parts[2..^1]);
        foreach (var declared in file.Root.DescendantNodes().OfType<BaseNamespaceDeclarationSyntax>())
        {
            var name = declared.Name.ToString();
            var fits = name switch
            {
                "OmniChannel" => true,
                "Microsoft.Extensions.DependencyInjection" => IsEntry(file, "OmniChannel"),
                "Microsoft.AspNetCore.Builder" => package is "OmniChannel.Sdk.AspNetCore" or "OmniChannel.Sdk.AgentDesk"
                    or "OmniChannel.Sdk.Emulator" && IsEntry(file, ""),
                _ => name.StartsWith("OmniChannel.", StringComparison.Ordinal)
                    && ("." + name).EndsWith("." + string.Join('.', [.. folders.DefaultIfEmpty(name.Split('.')[^1])]), StringComparison.Ordinal),
            };
            if (!fits)
            {
                yield return new("namespace", file.Path, $"{name} is neither OmniChannel.<Area> as its folder says nor an entry point");
            }
        }

        if (file.TopLevelTypes.Any(type => type.Parent is CompilationUnitSyntax))
        {
            yield return new("namespace", file.Path, "has a type without a namespace");
        }
    }

    private static bool IsEntry(SourceFile file, string word) => file.TopLevelTypes.All(type =>
        type.Modifiers.Any(SyntaxKind.StaticKeyword) && SourceFile.NameOf(type).Contains(word, StringComparison.Ordinal));

    private static bool IsCode(SyntaxNode node) =>
        node is BaseMethodDeclarationSyntax or AccessorDeclarationSyntax or LocalFunctionStatementSyntax;

    // Foo.cs, for a generic twin Foo.TResult.cs, for a part of a partial type Foo.Topic.cs.
    private static bool IsNamedAfter(string path, MemberDeclarationSyntax type)
    {
        var words = Path.GetFileNameWithoutExtension(path).Split('.');
        var extended = type.Modifiers.Any(SyntaxKind.PartialKeyword)
            || type is TypeDeclarationSyntax { TypeParameterList: not null } or DelegateDeclarationSyntax { TypeParameterList: not null };
        return words[0] == SourceFile.NameOf(type) && (words.Length == 1 || extended);
    }
}
