using Microsoft.CodeAnalysis;
using OmniChannel.Architecture.Rules;

namespace OmniChannel.Architecture;

public sealed class DirectionTests
{
    public static TheoryData<string> Names => Packages.Names;

    [Fact]
    public void Projects_InSrc_ReferenceOnlyWhatDesignAllows() => House.Holds(Tree.Projects("src").SelectMany(ProjectDirections.Check));

    [Theory]
    [MemberData(nameof(Names))]
    public void Assembly_AsBuilt_ReferencesOnlyWhatDesignAllows(string name) =>
        House.Holds(ProjectDirections.CheckCompiled(name, Packages.Symbol(name).Modules.Single().ReferencedAssemblies.Select(a => a.Name)));

    [Theory]
    [MemberData(nameof(Names))]
    public void Internals_AreVisibleTo_OwnTestsAndBenchmarksOnly(string name) => House.Holds(PublicShapes.Friends(name,
        Packages.Symbol(name).GetAttributes().Where(a => a.AttributeClass?.Name == "InternalsVisibleToAttribute")
            .Select(a => ((string)a.ConstructorArguments[0].Value!).Split(',')[0])));

    [Fact]
    public void Areas_InsideSdk_SeeOnlyWhatLiesUnderThem()
    {
        using var file = File.OpenRead(Packages.FileOf("OmniChannel.Sdk"));
        House.Holds(NamespaceDirections.Check(TypeUses.Of(file)));
    }

    [Fact]
    public void Namespaces_InSrc_FollowTheirFolder() => House.Holds(Tree.Sources("src").SelectMany(Budgets.Namespace));
}
