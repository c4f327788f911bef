using System.Text.Json;

namespace OmniChannel.Samples;

/// <summary>The lab as its user starts it, with good input and with bad.</summary>
public sealed class IdentityLabTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("lab").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Dedupe_LabelledFile_WritesClustersReportAndPicture()
    {
        var (code, _, error) = await RunAsync("dedupe", "--input", Data("febrl1.csv"), "--id", "unique_id", "--truth", "cluster",
            "--out", In("clusters.csv"), "--report", In("report.json"), "--svg", In("weights.svg"), "--splink", In("settings.json"), "--model", In("model.json"));

        Assert.Equal((0, ""), (code, error));
        var clusters = await File.ReadAllLinesAsync(In("clusters.csv"), TestContext.Current.CancellationToken);
        Assert.Equal("id,cluster", clusters[0]);
        Assert.Equal(1001, clusters.Length);
        using var report = JsonDocument.Parse(await File.ReadAllTextAsync(In("report.json"), TestContext.Current.CancellationToken));
        var root = report.RootElement;
        Assert.Equal(1000, root.GetProperty("records").GetInt32());
        Assert.True(root.GetProperty("peakMemoryBytes").GetInt64() > 0);
        Assert.Equal(["train", "predict", "cluster", "total"], root.GetProperty("seconds").EnumerateObject().Select(p => p.Name));
        foreach (var name in new[] { "pairwise", "closure", "bCubed", "exactCluster" })
        {
            Assert.True(root.GetProperty(name).GetProperty("f1").GetDouble() > 0.99, name);
        }

        Assert.StartsWith("<svg", await File.ReadAllTextAsync(In("weights.svg"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
        using var model = JsonDocument.Parse(await File.ReadAllTextAsync(In("model.json"), TestContext.Current.CancellationToken));
        Assert.Equal(1000, model.RootElement.GetProperty("Records").GetInt32());
        Assert.Contains("comparisons", await File.ReadAllTextAsync(In("settings.json"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Dedupe_OtherThreads_WritesTheSameBytes()
    {
        await RunAsync("dedupe", "--input", Data("fake_1000.csv"), "--id", "unique_id", "--ignore", "cluster", "--out", In("one.csv"), "--threads", "1");
        await RunAsync("dedupe", "--input", Data("fake_1000.csv"), "--id", "unique_id", "--ignore", "cluster", "--out", In("three.csv"), "--threads", "3");

        Assert.Equal(await File.ReadAllBytesAsync(In("one.csv"), TestContext.Current.CancellationToken),
            await File.ReadAllBytesAsync(In("three.csv"), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Link_TwoFiles_NamesTheSources()
    {
        await File.WriteAllTextAsync(In("shop.csv"), "no,first name,last name,mail\n1,Ann,Lee,ann@lee.org\n2,Bo,Ek,bo@ek.se\n", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(In("club.csv"), "mail,no,last name,first name\nann@lee.org,1,Lee,Ann\n\"x,y@z.org\",7,Poe,Eda\n", TestContext.Current.CancellationToken);
        var (code, _, error) = await RunAsync("dedupe", "--input", In("shop.csv"), "--link", In("club.csv"), "--id", "no", "--out", In("c.csv"));

        Assert.Equal((0, ""), (code, error));
        Assert.Equal("source,id,cluster\nshop,1,0\nshop,2,1\nclub,1,0\nclub,7,2\n", await File.ReadAllTextAsync(In("c.csv"), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Explain_FilesWithTheSameIds_TakesOneRecordOfEach()
    {
        await File.WriteAllTextAsync(In("shop.csv"), "no,first name,last name,mail\n1,Ann,Lee,ann@lee.org\n2,Bo,Ek,bo@ek.se\n", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(In("club.csv"), "no,first name,last name,mail\n1,Ann,Lee,ann@lee.org\n7,Eda,Poe,y@z.org\n", TestContext.Current.CancellationToken);

        var (code, output, error) = await RunAsync("explain", "--input", In("shop.csv"), "--link", In("club.csv"), "--id", "no", "--left", "1", "--right", "1");
        Assert.Equal((0, ""), (code, error));
        Assert.Contains("One cluster", output, StringComparison.Ordinal);

        (code, output, _) = await RunAsync("explain", "--input", In("shop.csv"), "--link", In("club.csv"), "--id", "no", "--left", "2", "--right", "7");
        Assert.Equal(0, code);
        Assert.Contains("Two clusters", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Dedupe_OutputThatCannotBeWritten_IsToldBeforeTheWorkAndLeavesFilesAsTheyWere()
    {
        await File.WriteAllTextAsync(In("in.csv"), "id,name\n1,Ann\n1,Bo\n", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(In("kept.csv"), "kept", TestContext.Current.CancellationToken);

        // The input is bad as well, and would be told of first if it were read first.
        var (code, _, error) = await RunAsync("dedupe", "--input", In("in.csv"), "--id", "id", "--out", In("kept.csv"), "--report", In("no/such/report.json"));
        Assert.Equal(2, code);
        Assert.Contains("report.json cannot be written", error, StringComparison.Ordinal);
        Assert.Equal("kept", await File.ReadAllTextAsync(In("kept.csv"), TestContext.Current.CancellationToken));

        (code, _, error) = await RunAsync("dedupe", "--input", In("in.csv"), "--id", "id", "--out", In("in.csv"));
        Assert.Equal(2, code);
        Assert.Contains("--out is the same file as --input", error, StringComparison.Ordinal);
        Assert.Equal(2, (await RunAsync("dedupe", "--input", In("in.csv"), "--id", "id", "--out", In("c.csv"))).Code);
        Assert.False(File.Exists(In("c.csv")));
    }

    [Theory]
    [InlineData(';')]
    [InlineData('\t')]
    public async Task Dedupe_OtherSeparators_AreToldByTheFirstLine(char separator)
    {
        var rows = (await File.ReadAllLinesAsync(Data("febrl1.csv"), TestContext.Current.CancellationToken)).Select(l => l.Replace(',', separator));
        await File.WriteAllLinesAsync(In("other.csv"), rows, TestContext.Current.CancellationToken);
        await RunAsync("dedupe", "--input", Data("febrl1.csv"), "--id", "unique_id", "--ignore", "cluster", "--out", In("commas.csv"));
        var (code, _, error) = await RunAsync("dedupe", "--input", In("other.csv"), "--id", "unique_id", "--ignore", "cluster", "--out", In("others.csv"));

        Assert.Equal((0, ""), (code, error));
        Assert.Equal(
            await File.ReadAllTextAsync(In("commas.csv"), TestContext.Current.CancellationToken),
            await File.ReadAllTextAsync(In("others.csv"), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Dedupe_WithASchema_ComparesByItsFields()
    {
        await File.WriteAllTextAsync(In("schema.json"), """{"fields": [{"name": "born", "kind": "date", "columns": ["date_of_birth"]}, {"kind": "identifier", "columns": ["soc_sec_id"]}]}""", TestContext.Current.CancellationToken);
        var (code, output, _) = await RunAsync("dedupe", "--input", Data("febrl1.csv"), "--id", "unique_id", "--schema", In("schema.json"), "--out", In("c.csv"));

        Assert.Equal(0, code);
        Assert.Contains("fields: born (Date), soc_sec_id (Identifier)", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Dedupe_WithALink_IgnoresAColumnThatOnlyTheOtherFileHas()
    {
        var rows = await File.ReadAllLinesAsync(Data("febrl1.csv"), TestContext.Current.CancellationToken);
        await File.WriteAllLinesAsync(In("other.csv"), rows.Select((row, i) => row + (i == 0 ? ",note" : ",x")), TestContext.Current.CancellationToken);
        var (code, _, error) = await RunAsync(
            "dedupe", "--input", Data("febrl1.csv"), "--link", In("other.csv"), "--id", "unique_id", "--ignore", "cluster,note", "--out", In("c.csv"));

        Assert.Equal((0, ""), (code, error));
    }

    [Fact]
    public async Task Explain_Pair_PrintsAWaterfallWithoutValues()
    {
        var (code, output, _) = await RunAsync("explain", "--input", Data("fake_1000.csv"), "--id", "unique_id", "--truth", "cluster", "--left", "0", "--right", "1", "--svg", In("w.svg"));

        Assert.Equal(0, code);
        Assert.Contains("prior", output, StringComparison.Ordinal);
        Assert.Contains("One cluster.", output, StringComparison.Ordinal);
        Assert.DoesNotContain("Robert", output, StringComparison.OrdinalIgnoreCase);
        Assert.True(File.Exists(In("w.svg")));
    }

    [Fact]
    public async Task Help_IsPrinted()
    {
        var (code, output, _) = await RunAsync("--help");

        Assert.Equal(0, code);
        Assert.Contains("--precision", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "is empty")]
    [InlineData("id,name\n", "no records")]
    [InlineData("name\nAnn\n", "has no column 'id'")]
    [InlineData("id,name,name\n1,a,b\n", "column 'name' twice")]
    [InlineData("id,name\n1,Ann\n1,Bo\n", "line 3: the id '1' was there before")]
    [InlineData("id,name\n,Ann\n", "line 2: no value in the id column")]
    [InlineData("id,name\n1,Ann\n2,Bo,3\n", "line 3: 3 fields, the header has 2")]
    [InlineData("id,name\n1,\"Ann\n", "line 2: a quoted field has no closing quote")]
    [InlineData("id,name\n1,\"Ann\"x\n", "line 2: after a closing quote")]
    [InlineData("id\n1\n2\n", "no column left")]
    public async Task Dedupe_BadFile_GivesOneLineAndTwo(string text, string expected)
    {
        await File.WriteAllTextAsync(In("in.csv"), text, TestContext.Current.CancellationToken);

        await AssertRefusedAsync(expected, "dedupe", "--input", In("in.csv"), "--id", "id", "--out", In("c.csv"));
    }

    [Theory]
    [InlineData("there is no command 'guess'", "guess")]
    [InlineData("needs --out", "dedupe")]
    [InlineData("needs --input", "dedupe", "--out", "x")]
    [InlineData("no such file", "dedupe", "--input", "nothing.csv", "--id", "id", "--out", "x")]
    [InlineData("no option '--speed'", "dedupe", "--speed", "9")]
    [InlineData("--out needs a value", "dedupe", "--out")]
    [InlineData("--input needs a value", "dedupe", "--input", "")]
    public Task Arguments_Wrong_GiveOneLineAndTwo(string expected, params string[] arguments) => AssertRefusedAsync(expected, arguments);

    [Theory]
    [InlineData("must be a number over 0 and under 1", "--precision", "1.5")]
    [InlineData("has no column 'age'", "--ignore", "age")]
    [InlineData("has no column 'age'", "--truth", "age")]
    public Task Options_Wrong_GiveOneLineAndTwo(string expected, params string[] option) =>
        AssertRefusedAsync(expected, ["dedupe", "--input", Data("febrl1.csv"), "--id", "unique_id", "--out", In("c.csv"), .. option]);

    [Theory]
    [InlineData("{", "this is no JSON")]
    [InlineData("{}", "is no schema")]
    [InlineData("""{"fields": []}""", "1 to 20 fields")]
    [InlineData("""{"fields": [{"kind": "horoscope", "columns": ["suburb"]}]}""", "'horoscope' is no kind")]
    [InlineData("""{"fields": [{"kind": "text", "columns": ["age"]}]}""", "no column 'age'")]
    public async Task Schema_Wrong_GivesOneLineAndTwo(string schema, string expected)
    {
        await File.WriteAllTextAsync(In("schema.json"), schema, TestContext.Current.CancellationToken);

        await AssertRefusedAsync(expected, "dedupe", "--input", Data("febrl1.csv"), "--id", "unique_id", "--schema", In("schema.json"), "--out", In("c.csv"));
    }

    private static string Data(string name, [System.Runtime.CompilerServices.CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "benchmarks", "data", name));

    private string In(string name) => Path.Combine(folder, name);

    private async Task AssertRefusedAsync(string expected, params string[] arguments)
    {
        var (code, output, error) = await RunAsync(arguments);

        Assert.Equal((2, ""), (code, output));
        Assert.Contains(expected, Assert.Single(error.TrimEnd().Split('\n')), StringComparison.OrdinalIgnoreCase);
        Assert.False(File.Exists(In("c.csv")));
    }

    private Task<(int Code, string Output, string Error)> RunAsync(params string[] arguments) => SampleProcess.RunAsync("IdentityLab", folder, arguments);
}
