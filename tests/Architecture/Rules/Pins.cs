using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace OmniChannel.Architecture.Rules;

/// <summary>Versions are named once, centrally and exactly; sources are the machine's business.</summary>
internal static partial class Pins
{
    public static IEnumerable<Violation> Central(string xml) =>
        XDocument.Parse(xml).Descendants("PackageVersion")
            .Where(pin => !Exact().IsMatch((string?)pin.Attribute("Version") ?? ""))
            .Select(pin => new Violation("pin", (string?)pin.Attribute("Include") ?? "?", $"'{(string?)pin.Attribute("Version")}' is not one version"));

    public static IEnumerable<Violation> NoneOfItsOwn(ProjectFile project) =>
        project.Packages.Where(package => package.Attribute("Version") is not null || package.Attribute("VersionOverride") is not null
                || package.Element("Version") is not null)
            .Select(package => new Violation("pin", project.Name, $"gives {(string?)package.Attribute("Include")} a version of its own"));

    public static IEnumerable<Violation> NoHost(string xml)
    {
        var document = XDocument.Parse(xml);
        return document.Descendants().Attributes().Select(attribute => attribute.Value)
            .Concat(document.DescendantNodes().OfType<XComment>().Select(comment => comment.Value))
            .Where(value => Host().IsMatch(value))
            .Select(value => new Violation("source", "nuget.config", $"names a host: {value.Trim()}"));
    }

    public static IEnumerable<Violation> Package(ProjectFile project)
    {
        if (!project.Properties.Any(property => property is { Name: "Description", Value.Length: > 10 }))
        {
            yield return new("package", project.Name, "has no description");
        }

        foreach (var (name, value) in project.Properties.Where(property =>
            property.Name is "IsAotCompatible" or "IsPackable" or "GenerateDocumentationFile" or "TreatWarningsAsErrors"
            && !property.Value.Equals("true", StringComparison.OrdinalIgnoreCase)))
        {
            yield return new("package", project.Name, $"sets {name} to {value}");
        }
    }

    [GeneratedRegex(@"^\d+\.\d+\.\d+(\.\d+)?(-[0-9A-Za-z.-]+)?$")]
    private static partial Regex Exact();

    [GeneratedRegex(@"://|\b[a-z0-9-]+\.(org|com|net|io|dev)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Host();
}
