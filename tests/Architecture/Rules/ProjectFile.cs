using System.Xml.Linq;

namespace OmniChannel.Architecture.Rules;

/// <summary>What a project file says it depends on.</summary>
internal sealed class ProjectFile
{
    public required string Name { get; init; }

    public required IReadOnlyList<string> Projects { get; init; }

    public required IReadOnlyList<XElement> Packages { get; init; }

    public required IReadOnlyList<string> Frameworks { get; init; }

    public required IReadOnlyList<(string Name, string Value)> Properties { get; init; }

    public static ProjectFile Parse(string name, string xml)
    {
        var document = XDocument.Parse(xml);
        IEnumerable<string> Includes(string item) =>
            document.Descendants(item).Select(element => (string?)element.Attribute("Include")).OfType<string>();
        return new ProjectFile
        {
            Name = name,
            Projects = [.. Includes("ProjectReference").Select(path => Path.GetFileNameWithoutExtension(path.Replace('\\', '/')))],
            Packages = [.. document.Descendants("PackageReference")],
            Frameworks = [.. Includes("FrameworkReference")],
            Properties = [.. document.Descendants("PropertyGroup").Elements().Select(e => (e.Name.LocalName, e.Value.Trim()))],
        };
    }
}
