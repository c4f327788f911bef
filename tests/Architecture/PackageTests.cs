using System.Xml.Linq;
using OmniChannel.Architecture.Rules;
using OmniChannel.Tests;

namespace OmniChannel.Architecture;

public sealed class PackageTests
{
    public static TheoryData<string> Names => Packages.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void PublicApi_OfPackage_IsTheCommittedText(string name) =>
        Snapshot.MatchFile(Path.Combine(Tree.Root, "src", name, "PublicApi.txt"), PublicApiText.Of(Packages.Symbol(name)));

    [Theory]
    [MemberData(nameof(Names))]
    public void Assembly_AsBuilt_IsMarkedForTrimmingAndAot(string name)
    {
        var marks = Packages.Symbol(name).GetAttributes().Where(a => a.AttributeClass?.Name == "AssemblyMetadataAttribute")
            .Select(a => $"{a.ConstructorArguments[0].Value}={a.ConstructorArguments[1].Value}").ToList();
        Assert.Contains("IsTrimmable=True", marks);
        Assert.Contains("IsAotCompatible=True", marks);
    }

    [Fact]
    public void Packages_InSrc_AreDescribedAndKeepTheHouseSettings() => House.Holds(Tree.Projects("src").SelectMany(Pins.Package));

    [Fact]
    public void Versions_AreCentralAndExact() => House.Holds([
        .. Pins.Central(Read("Directory.Packages.props")),
        .. new[] { "src", "tests", "samples", "benchmarks" }.SelectMany(Tree.Projects).SelectMany(Pins.NoneOfItsOwn)]);

    [Fact]
    public void Restore_OfAnotherVersionThanNamed_IsAnError() =>
        Assert.Contains(XDocument.Parse(Read("Directory.Build.props")).Descendants("WarningsAsErrors"),
            element => element.Value.Split(';').Contains("NU1603"));

    [Fact]
    public void NugetConfig_NamesNoHost() => House.Holds(Pins.NoHost(Read("nuget.config")));

    private static string Read(string file) => File.ReadAllText(Path.Combine(Tree.Root, file));
}
