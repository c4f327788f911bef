using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace OmniChannel.Architecture.Rules;

/// <summary>STYLE 7, 8 and 11: what public types may look like.</summary>
internal static class PublicShapes
{
    private const int PortMembers = 5;

    public static IEnumerable<Violation> PositionalRecords(SourceFile file) =>
        file.Types.OfType<RecordDeclarationSyntax>()
            .Where(record => record.ParameterList is not null
                && record.AncestorsAndSelf().OfType<TypeDeclarationSyntax>().All(type => type.Modifiers.Any(SyntaxKind.PublicKeyword)))
            .Select(record => new Violation("positional record", SourceFile.NameOf(record), $"is public ({file.Path})"));

    public static IEnumerable<Violation> OpenTypes(IAssemblySymbol assembly) =>
        PublicTypes(assembly).Where(type => type.TypeKind == TypeKind.Class && !type.IsSealed && !type.IsStatic && !IsClosed(type))
            .Select(type => new Violation("open type", type.ToDisplayString(), "is public and can be inherited from outside"));

    public static IEnumerable<Violation> Ports(IAssemblySymbol assembly) =>
        from type in PublicTypes(assembly)
        where type.TypeKind == TypeKind.Interface
        let members = type.GetMembers().Count(member =>
            member is IPropertySymbol or IEventSymbol or IMethodSymbol { MethodKind: MethodKind.Ordinary })
        where members > PortMembers
        select new Violation("port", type.ToDisplayString(), $"has {members} members, at most {PortMembers}");

    public static IEnumerable<Violation> Friends(string assembly, IEnumerable<string> visibleTo) =>
        visibleTo.Except([assembly + ".Tests", assembly + ".Benchmarks", assembly + ".Load"])
            .Select(friend => new Violation("friends", assembly, $"shows its internals to {friend}"));

    public static IEnumerable<INamedTypeSymbol> PublicTypes(IAssemblySymbol assembly) =>
        Types(assembly.GlobalNamespace).Where(type => type.CanBeReferencedByName);

    private static IEnumerable<INamedTypeSymbol> Types(INamespaceOrTypeSymbol within) => within.GetMembers().SelectMany(member =>
        member switch
        {
            INamespaceSymbol inner => Types(inner),
            INamedTypeSymbol type when PublicApiText.IsVisible(type) => [type, .. Types(type)],
            _ => [],
        });

    private static bool IsClosed(INamedTypeSymbol type) => type.IsAbstract && type.InstanceConstructors.All(constructor =>
        constructor.DeclaredAccessibility is Accessibility.Private or Accessibility.Internal or Accessibility.ProtectedAndInternal
        || PublicApiText.IsGenerated(constructor));
}
