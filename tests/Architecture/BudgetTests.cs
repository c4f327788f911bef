using OmniChannel.Architecture.Rules;

namespace OmniChannel.Architecture;

public sealed class BudgetTests
{
    public static TheoryData<string> Names => Packages.Names;

    [Fact]
    public void Files_Everywhere_KeepTheBudgets() =>
        House.Holds(Tree.Sources("src", "tests", "samples", "benchmarks").SelectMany(Budgets.Check));

    [Fact]
    public void TypeNames_Everywhere_SaySomething() =>
        House.Holds(Tree.Sources("src", "tests", "samples", "benchmarks").SelectMany(Words.TypeNames));

    [Fact]
    public void Documentation_InSrc_IsNotEmpty() => House.Holds(Tree.Sources("src").SelectMany(Words.EmptyDocumentation));

    [Fact]
    public void Work_InSrcAndSamples_IsFinished() => House.Holds([
        .. Tree.Sources("src", "samples").SelectMany(Words.Unfinished),
        .. Tree.Pages("src", "samples").SelectMany(page => Words.Unfinished(page.Path, page.Text))]);

    [Fact]
    public void Tests_Everywhere_NeitherSleepNorAreSwitchedOff() => House.Holds(Tree.Sources("tests").SelectMany(TestHabits.Check));

    [Fact]
    public void Records_InPublicApi_AreNotPositional() => House.Holds(Tree.Sources("src").SelectMany(PublicShapes.PositionalRecords));

    [Theory]
    [MemberData(nameof(Names))]
    public void PublicTypes_OfPackage_AreClosed(string name) => House.Holds(PublicShapes.OpenTypes(Packages.Symbol(name)));

    [Fact]
    public void Ports_InAbstractions_AreSmall() => House.Holds(PublicShapes.Ports(Packages.Symbol("OmniChannel.Sdk.Abstractions")));

    [Fact]
    public void Exceptions_ToTheRules_HaveReasons() =>
        Assert.All(Allowed.Reasons.Values, reason => Assert.True(reason.Length > 20, reason));
}
