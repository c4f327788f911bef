namespace OmniChannel.Architecture.Rules;

/// <summary>Which package may depend on which, and on what from outside.</summary>
internal static class ProjectDirections
{
    private const string Abstractions = "OmniChannel.Sdk.Abstractions";
    private const string Sdk = "OmniChannel.Sdk";
    private const string AspNetCore = "OmniChannel.Sdk.AspNetCore";

    private static readonly string[] Extensions =
    [
        "Microsoft.Extensions.DependencyInjection.Abstractions",
        "Microsoft.Extensions.Http",
        "Microsoft.Extensions.Logging.Abstractions",
        "Microsoft.Extensions.Options",
        "Microsoft.Extensions.Options.ConfigurationExtensions",
    ];

    // The packages of a vendor that come as several count as one.
    private static readonly string[][] VendorFamilies =
    [
        ["Microsoft.Data.Sqlite", "SQLitePCLRaw.bundle_e_sqlite3", "SQLitePCLRaw.core"],
    ];

    public static IEnumerable<Violation> Check(ProjectFile project)
    {
        var place = PlaceOf(project.Name);
        if (place is null)
        {
            yield return new("direction", project.Name, "has no place among the packages; give it one in ProjectDirections");
            yield break;
        }

        foreach (var other in project.Projects.Where(other => !place.Projects.Contains(other)))
        {
            yield return new("direction", project.Name, $"may not reference {other}");
        }

        var packages = project.Packages.Select(package => (string?)package.Attribute("Include")).OfType<string>().ToList();
        var foreign = packages.Where(package => !place.Packages(package)).Select(Family).Distinct().ToList();
        foreach (var package in place.OneVendor ? foreign.Skip(1) : foreign)
        {
            yield return new("direction", project.Name, $"may not reference the package {package}");
        }

        foreach (var framework in project.Frameworks.Where(_ => !place.Web))
        {
            yield return new("direction", project.Name, $"may not reference the framework {framework}");
        }
    }

    /// <summary>The same for a built assembly, where references that came through another package show too.</summary>
    public static IEnumerable<Violation> CheckCompiled(string name, IEnumerable<string> references)
    {
        if (PlaceOf(name) is not { } place)
        {
            yield break;
        }

        foreach (var other in references)
        {
            if (other.StartsWith("OmniChannel", StringComparison.Ordinal) ? !Reachable(name).Contains(other)
                : !place.Web && other.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal))
            {
                yield return new("direction", name, $"is compiled against {other}");
            }
        }
    }

    private static HashSet<string> Reachable(string name)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        foreach (var other in PlaceOf(name)?.Projects ?? [])
        {
            found.Add(other);
            found.UnionWith(Reachable(other));
        }

        return found;
    }

    private static Place? PlaceOf(string name) => name switch
    {
        Abstractions => new([], Extensions.Contains),
        Sdk => new([Abstractions], package => IsExtension(package) || package is "Polly.Core" or "System.Threading.RateLimiting"),
        AspNetCore => new([Sdk], package => package is "Microsoft.AspNetCore.OpenApi", Web: true),
        "OmniChannel.Sdk.AgentDesk" or "OmniChannel.Sdk.Emulator" => new([AspNetCore], _ => false, Web: true),
        "OmniChannel.Sdk.Testing" or "OmniChannel.Sdk.Simulation" =>
            new([Sdk], package => IsExtension(package) || package is "Microsoft.Extensions.DependencyInjection"),
        _ when IsAdapter(name) => new([Abstractions], Extensions.Contains, OneVendor: true),
        _ => null,
    };

    private static bool IsAdapter(string name) => new[] { "Channels", "Storage", "Bots", "ScaleOut" }
        .Any(kind => name.StartsWith($"OmniChannel.Sdk.{kind}.", StringComparison.Ordinal));

    private static bool IsExtension(string package) => Extensions.Contains(package)
        || (package.StartsWith("Microsoft.Extensions.", StringComparison.Ordinal)
            && package.EndsWith(".Abstractions", StringComparison.Ordinal));

    private static string Family(string package) => VendorFamilies.FirstOrDefault(family => family.Contains(package))?[0] ?? package;

    private sealed record Place(string[] Projects, Func<string, bool> Packages, bool Web = false, bool OneVendor = false);
}
