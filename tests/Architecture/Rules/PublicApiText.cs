using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace OmniChannel.Architecture.Rules;

/// <summary>
/// The public surface of an assembly as sorted lines, one per type and member: name first, so that a reader finds it and a diff stays
/// small. What the compiler adds to a record is left out.
/// </summary>
internal static class PublicApiText
{
    private const SymbolDisplayMiscellaneousOptions Miscellaneous = SymbolDisplayMiscellaneousOptions.UseSpecialTypes
        | SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier
        | SymbolDisplayMiscellaneousOptions.EscapeKeywordIdentifiers;

    private static readonly SymbolDisplayFormat Full = new(
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces,
        genericsOptions: SymbolDisplayGenericsOptions.IncludeTypeParameters | SymbolDisplayGenericsOptions.IncludeVariance
            | SymbolDisplayGenericsOptions.IncludeTypeConstraints,
        miscellaneousOptions: Miscellaneous);

    private static readonly SymbolDisplayFormat Short = new(
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypes,
        genericsOptions: SymbolDisplayGenericsOptions.IncludeTypeParameters | SymbolDisplayGenericsOptions.IncludeTypeConstraints,
        memberOptions: SymbolDisplayMemberOptions.IncludeParameters,
        parameterOptions: SymbolDisplayParameterOptions.IncludeName | SymbolDisplayParameterOptions.IncludeType
            | SymbolDisplayParameterOptions.IncludeDefaultValue | SymbolDisplayParameterOptions.IncludeModifiers
            | SymbolDisplayParameterOptions.IncludeExtensionThis,
        miscellaneousOptions: Miscellaneous);

    private static readonly SymbolDisplayFormat Type = Short.WithGenericsOptions(SymbolDisplayGenericsOptions.IncludeTypeParameters);

    public static string Of(IAssemblySymbol assembly)
    {
        var lines = PublicShapes.PublicTypes(assembly).SelectMany(LinesOf).Order(StringComparer.Ordinal);
        return string.Concat(lines.Select(line => line + "\n"));
    }

    public static bool IsVisible(ISymbol symbol) => symbol.DeclaredAccessibility
        is Accessibility.Public or Accessibility.Protected or Accessibility.ProtectedOrInternal;

    public static bool IsGenerated(ISymbol symbol) => symbol.IsImplicitlyDeclared
        || symbol.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == "CompilerGeneratedAttribute");

    private static IEnumerable<string> LinesOf(INamedTypeSymbol type)
    {
        var name = type.ToDisplayString(Full);
        yield return type.TypeKind == TypeKind.Delegate ? $"{name} ({Kind(type)} {Signature(type.DelegateInvokeMethod!)})"
            : $"{name} ({Kind(type)}{Bases(type)})";
        foreach (var member in type.GetMembers().Where(member => IsVisible(member) && IsWritten(type, member)))
        {
            yield return $"{type.ToDisplayString(Full.WithGenericsOptions(SymbolDisplayGenericsOptions.IncludeTypeParameters))}."
                + Line(member);
        }
    }

    private static bool IsWritten(INamedTypeSymbol type, ISymbol member) => type.TypeKind != TypeKind.Delegate && member switch
    {
        INamedTypeSymbol => false,
        IMethodSymbol { AssociatedSymbol: not null } => false,
        IMethodSymbol { MethodKind: MethodKind.Constructor, Parameters.IsEmpty: true } when type.IsValueType => false,
        IMethodSymbol method => !IsGenerated(method),
        IPropertySymbol property => !IsGenerated(property) && property.Name != "EqualityContract",
        IFieldSymbol field => field.Name != "value__",
        _ => true,
    };

    private static string Line(ISymbol member) => member switch
    {
        IFieldSymbol { ContainingType.TypeKind: TypeKind.Enum } field => $"{field.Name} = {field.ConstantValue}",
        IFieldSymbol { HasConstantValue: true } field =>
            $"{field.Name}: {field.Type.ToDisplayString(Type)} = {SymbolDisplay.FormatPrimitive(field.ConstantValue!, true, false)} [const]",
        IFieldSymbol field => $"{field.Name}: {field.Type.ToDisplayString(Type)}{Modifiers(field)}",
        IPropertySymbol property =>
            $"{property.ToDisplayString(Short)}: {property.Type.ToDisplayString(Type)} {Accessors(property)}{Modifiers(property)}",
        IEventSymbol happening => $"{happening.Name}: {happening.Type.ToDisplayString(Type)} [event]{Modifiers(happening)}",
        IMethodSymbol { MethodKind: MethodKind.Constructor } method => $"{method.ToDisplayString(Short)} [constructor]{Modifiers(method)}",
        IMethodSymbol method => $"{method.ToDisplayString(Short)}: {Returned(method)}{Modifiers(method)}",
        _ => member.ToDisplayString(Short),
    };

    private static string Signature(IMethodSymbol invoke) =>
        $"({string.Join(", ", invoke.Parameters.Select(parameter => parameter.ToDisplayString(Short)))}): {Returned(invoke)}";

    private static string Returned(IMethodSymbol method) =>
        (method.ReturnsByRef ? "ref " : "") + method.ReturnType.ToDisplayString(Type);

    private static string Accessors(IPropertySymbol property)
    {
        var text = new StringBuilder("{");
        if (property.GetMethod is { } get && IsVisible(get))
        {
            text.Append(" get;");
        }

        if (property.SetMethod is { } set && IsVisible(set))
        {
            text.Append(set.IsInitOnly ? " init;" : " set;");
        }

        return text.Append(" }").ToString();
    }

    private static string Modifiers(ISymbol member)
    {
        IEnumerable<(bool Is, string Word)> words =
        [
            (member.DeclaredAccessibility != Accessibility.Public, "protected"),
            (member.IsStatic, "static"),
            (member is IPropertySymbol { IsRequired: true } or IFieldSymbol { IsRequired: true }, "required"),
            (member is IFieldSymbol { IsReadOnly: true }, "readonly"),
            (member.IsAbstract && member.ContainingType.TypeKind == TypeKind.Class, "abstract"),
            (member.IsVirtual && member.ContainingType.TypeKind == TypeKind.Interface, "default body"),
            (member.IsVirtual && member.ContainingType.TypeKind == TypeKind.Class, "virtual"),
            (member.IsOverride, "override"),
        ];
        return string.Concat(words.Where(word => word.Is).Select(word => $" [{word.Word}]"));
    }

    private static string Kind(INamedTypeSymbol type) => type.TypeKind switch
    {
        TypeKind.Class => (type.IsStatic ? "static " : type.IsSealed ? "sealed " : type.IsAbstract ? "abstract " : "")
            + (type.IsRecord ? "record" : "class"),
        TypeKind.Struct => (type.IsReadOnly ? "readonly " : "") + (type.IsRefLikeType ? "ref " : "")
            + (type.GetMembers("PrintMembers").Any(IsGenerated) ? "record " : "") + "struct",
        var kind => kind.ToString().ToLowerInvariant(),
    };

    private static string Bases(INamedTypeSymbol type)
    {
        var bases = type.Interfaces.Where(face => !IsRecordEquality(type, face)).Select(face => face.ToDisplayString(Type))
            .Order(StringComparer.Ordinal).ToList();
        if (type is { TypeKind: TypeKind.Class, BaseType: { SpecialType: not SpecialType.System_Object } parent })
        {
            bases.Insert(0, parent.ToDisplayString(Type));
        }
        else if (type.EnumUnderlyingType is { SpecialType: not SpecialType.System_Int32 } underlying)
        {
            bases.Insert(0, underlying.ToDisplayString(Type));
        }

        return bases.Count == 0 ? "" : ": " + string.Join(", ", bases);
    }

    private static bool IsRecordEquality(INamedTypeSymbol type, INamedTypeSymbol face) =>
        face.Name == "IEquatable" && (type.IsRecord || Kind(type).Contains("record", StringComparison.Ordinal));
}
