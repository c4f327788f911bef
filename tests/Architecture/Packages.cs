using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace OmniChannel.Architecture;

/// <summary>The built packages as the compiler sees them.</summary>
internal static class Packages
{
    private static readonly Lazy<CSharpCompilation> Everything = new(() => CSharpCompilation.Create("Everything", references:
        Frameworks().Concat(Directory.EnumerateFiles(AppContext.BaseDirectory, "*.dll"))
            .DistinctBy(Path.GetFileName).Where(IsManaged).Select(path => MetadataReference.CreateFromFile(path)),
        options: ReadAll));

    /// <summary>Private members too: they tell a record struct from a struct.</summary>
    public static CSharpCompilationOptions ReadAll { get; } =
        new(OutputKind.DynamicallyLinkedLibrary, metadataImportOptions: MetadataImportOptions.All);

    public static TheoryData<string> Names { get; } = new(Tree.Projects("src").Select(project => project.Name));

    public static string FileOf(string name) => Path.Combine(AppContext.BaseDirectory, name + ".dll");

    public static IAssemblySymbol Symbol(string name)
    {
        var reference = Everything.Value.References.Single(item => Path.GetFileNameWithoutExtension(item.Display) == name);
        return (IAssemblySymbol)Everything.Value.GetAssemblyOrModuleSymbol(reference)!;
    }

    /// <summary>The assemblies this process runs on, ASP.NET Core included.</summary>
    public static IEnumerable<string> Frameworks() =>
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator);

    private static bool IsManaged(string path)
    {
        try
        {
            return System.Reflection.AssemblyName.GetAssemblyName(path) is not null;
        }
        catch (BadImageFormatException)
        {
            return false;
        }
    }
}
