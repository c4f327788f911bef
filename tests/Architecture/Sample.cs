using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using OmniChannel.Architecture.Rules;

namespace OmniChannel.Architecture;

/// <summary>Small inputs for the tests of the rules themselves.</summary>
internal static class Sample
{
    private static readonly MetadataReference[] Frameworks =
    [
        .. Packages.Frameworks().Where(path => Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal))
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    public static SourceFile File(string text, string path = "src/OmniChannel.Sdk/Routing/Foo.cs") => SourceFile.Parse(path, text);

    public static ProjectFile Project(string name, string items, string properties = "") => ProjectFile.Parse(
        name, $"<Project><PropertyGroup>{properties}</PropertyGroup><ItemGroup>{items}</ItemGroup></Project>");

    /// <summary>The source, compiled and read back as an assembly, which is how the rules see the packages.</summary>
    public static IAssemblySymbol Assembly(string source)
    {
        using var built = Build(source);
        var reference = MetadataReference.CreateFromStream(built);
        var reader = CSharpCompilation.Create("Reader", references: [.. Frameworks, reference], options: Packages.ReadAll);
        return (IAssemblySymbol)reader.GetAssemblyOrModuleSymbol(reference)!;
    }

    public static MemoryStream Build(string source)
    {
        var options = new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable);
        var tree = CSharpSyntaxTree.ParseText("using System; using System.Collections.Generic;\n" + source);
        var stream = new MemoryStream();
        var result = CSharpCompilation.Create("Sample", [tree], Frameworks, options).Emit(stream);
        Assert.True(result.Success, string.Join('\n', result.Diagnostics));
        stream.Position = 0;
        return stream;
    }
}
