namespace OmniChannel.Architecture.Rules;

public sealed class PinsTests
{
    [Theory]
    [InlineData("[1.0.0]", false)]
    [InlineData("1.*", false)]
    [InlineData("(1.0.0,2.0.0)", false)]
    [InlineData("1.0", false)]
    [InlineData("", false)]
    [InlineData("1.0.0", true)]
    [InlineData("1.0.0-rc.1", true)]
    public void Pin_OfAnythingButOneVersion_IsFound(string version, bool exact) =>
        Assert.Equal(exact, !Pins.Central($"<Project><PackageVersion Include=\"A\" Version=\"{version}\" /></Project>").Any());

    [Theory]
    [InlineData("<PackageReference Include=\"A\" Version=\"1.0.0\" />")]
    [InlineData("<PackageReference Include=\"A\" VersionOverride=\"1.0.0\" />")]
    [InlineData("<PackageReference Include=\"A\"><Version>1.0.0</Version></PackageReference>")]
    public void Project_WithAVersionOfItsOwn_IsFound(string item) => Assert.Single(Pins.NoneOfItsOwn(Sample.Project("X", item)));

    [Theory]
    [InlineData("<configuration><packageSources><add key=\"a\" value=\"https://packages.example/v3\" /></packageSources></configuration>")]
    [InlineData("<configuration><!-- from packages.example.org --></configuration>")]
    public void NugetConfig_WithAHost_IsFound(string xml) => Assert.Single(Pins.NoHost(xml));

    [Theory]
    [InlineData("")]
    [InlineData("<Description>A long description.</Description><IsAotCompatible>false</IsAotCompatible>")]
    [InlineData("<Description>A long description.</Description><TreatWarningsAsErrors>False</TreatWarningsAsErrors>")]
    public void Package_WithoutTheHouseSettings_IsFound(string properties) =>
        Assert.Single(Pins.Package(Sample.Project("X", "", properties)));

    [Fact]
    public void Package_WithADescription_Passes() =>
        Assert.Empty(Pins.Package(Sample.Project("X", "", "<Description>A long description.</Description>")));
}
