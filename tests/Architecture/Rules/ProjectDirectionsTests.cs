namespace OmniChannel.Architecture.Rules;

public sealed class ProjectDirectionsTests
{
    [Theory]
    [InlineData("OmniChannel.Sdk.Abstractions", "OmniChannel.Sdk")]
    [InlineData("OmniChannel.Sdk", "OmniChannel.Sdk.Testing")]
    [InlineData("OmniChannel.Sdk.Channels.Email", "OmniChannel.Sdk")]
    [InlineData("OmniChannel.Sdk.Channels.Email", "OmniChannel.Sdk.Channels.Twilio")]
    [InlineData("OmniChannel.Sdk.Storage.Sqlite", "OmniChannel.Sdk")]
    [InlineData("OmniChannel.Sdk.AspNetCore", "OmniChannel.Sdk.Emulator")]
    [InlineData("OmniChannel.Sdk.AgentDesk", "OmniChannel.Sdk.Storage.Sqlite")]
    public void Project_ReferencingAgainstTheDirection_IsFound(string name, string other)
    {
        Assert.Single(ProjectDirections.Check(Sample.Project(name, $"<ProjectReference Include=\"../{other}/{other}.csproj\" />")));
        Assert.Single(ProjectDirections.CheckCompiled(name, ["System.Runtime", other]));
    }

    [Theory]
    [InlineData("OmniChannel.Sdk.Abstractions", "Polly.Core")]
    [InlineData("OmniChannel.Sdk", "Microsoft.Data.Sqlite")]
    [InlineData("OmniChannel.Sdk.AgentDesk", "Microsoft.AspNetCore.OpenApi")]
    public void Project_WithAForeignPackage_IsFound(string name, string package) =>
        Assert.Single(ProjectDirections.Check(Sample.Project(name, $"<PackageReference Include=\"{package}\" />")));

    [Fact]
    public void Adapter_WithTwoVendors_IsFound() => Assert.Single(ProjectDirections.Check(Sample.Project(
        "OmniChannel.Sdk.Channels.X", "<PackageReference Include=\"Vendor.A\" /><PackageReference Include=\"Vendor.B\" />")));

    [Fact]
    public void Adapter_OnTheWebFramework_IsFound()
    {
        Assert.Single(ProjectDirections.Check(
            Sample.Project("OmniChannel.Sdk.Channels.X", "<FrameworkReference Include=\"Microsoft.AspNetCore.App\" />")));
        Assert.Single(ProjectDirections.CheckCompiled("OmniChannel.Sdk.Channels.X", ["Microsoft.AspNetCore.Http"]));
    }

    [Fact]
    public void Package_WithoutAPlace_IsFound() => Assert.Single(ProjectDirections.Check(Sample.Project("OmniChannel.Sdk.Magic", "")));

    [Fact]
    public void Project_AsDesigned_Passes()
    {
        Assert.Empty(ProjectDirections.Check(Sample.Project("OmniChannel.Sdk.Storage.Sqlite",
            "<ProjectReference Include=\"..\\OmniChannel.Sdk.Abstractions\\OmniChannel.Sdk.Abstractions.csproj\" />"
            + "<PackageReference Include=\"Microsoft.Data.Sqlite\" /><PackageReference Include=\"SQLitePCLRaw.core\" />")));
        Assert.Empty(ProjectDirections.CheckCompiled(
            "OmniChannel.Sdk.AgentDesk", ["OmniChannel.Sdk.AspNetCore", "OmniChannel.Sdk", "OmniChannel.Sdk.Abstractions", "Microsoft.AspNetCore.Http"]));
    }
}
