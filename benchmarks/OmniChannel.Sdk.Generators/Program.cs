using OmniChannel.Generators;

// Run by hand when numbering plans changed; what it writes is committed. See README.md.
if (args is not ["phones", var source, var root] || !File.Exists(source) || !File.Exists(Path.Combine(root, "OmniChannel.Sdk.sln")))
{
    Console.Error.WriteLine("usage: phones <libphonenumber.js> <root of the repository>");
    return 2;
}

var regions = PhoneMetadata.Read(File.ReadAllText(source));
File.WriteAllText(Path.Combine(root, "src/OmniChannel.Sdk/Identity/Identifiers/PhoneRegionTable.g.cs"), PhoneTableWriter.Table(regions));
File.WriteAllText(Path.Combine(root, "tests/OmniChannel.Sdk.Tests/Identity/Identifiers/phone-examples.tsv"), PhoneTableWriter.Examples(regions));
Console.WriteLine($"{regions.Count} regions");
return 0;
