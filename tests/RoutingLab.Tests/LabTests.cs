using System.Text.Json;
using System.Text.RegularExpressions;

namespace RoutingLab;

/// <summary>The commands as a user starts them, with files in a folder of their own.</summary>
public sealed partial class LabTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("lab-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Simulate_AScenario_WritesResultAndChart()
    {
        var run = Run("simulate", "--scenario", Scene(), "--out", At("r.json"), "--svg", At("c.svg"));

        Assert.Equal((0, ""), (run.Code, run.Error));
        Assert.Contains("P(wait)", run.Output, StringComparison.Ordinal);
        Assert.StartsWith("<svg", File.ReadAllText(At("c.svg")), StringComparison.Ordinal);
        using var result = JsonDocument.Parse(File.ReadAllText(At("r.json")));
        foreach (var scope in new[] { result.RootElement.GetProperty("overall"), result.RootElement.GetProperty("classes").GetProperty("a") })
        {
            foreach (var key in new[] { "arrivals", "served", "blocked", "abandoned", "pWait", "pAbandon", "pBlock", "meanWait", "meanWaitServed", "p95Wait", "occupancy" })
            {
                Assert.True(scope.GetProperty(key).GetProperty("value").GetDouble() >= 0, key);
                Assert.True(scope.GetProperty(key).GetProperty("ci999").GetDouble() >= 0, key);
            }

            Assert.Equal([0.05, 0.25], scope.GetProperty("serviceLevel").EnumerateArray().Select(level => level.GetProperty("time").GetDouble()));
        }
    }

    [Fact]
    public void Simulate_Twice_WritesTheSameBytes()
    {
        var scene = Scene();
        Run("simulate", "--scenario", scene, "--out", At("1.json"));
        Run("simulate", "--scenario", scene, "--out", At("2.json"));

        Assert.Equal(File.ReadAllBytes(At("1.json")), File.ReadAllBytes(At("2.json")));
    }

    [Fact]
    public void Simulate_OnATerminal_ShowsProgressAndWipesIt()
    {
        var error = new StringWriter();
        Lab.Run(["simulate", "--scenario", Scene()], TextWriter.Null, error, quiet: false);

        Assert.Contains("%", error.ToString(), StringComparison.Ordinal);
        Assert.EndsWith("\r", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Staff_ALevel_NamesAgentsByGroup()
    {
        var run = Run("staff", "--scenario", Scene(), "--level", "0.8", "--within", "0.25", "--out", At("s.json"));

        Assert.Matches(@"^\d agents: g1 \d", run.Output);
        using var result = JsonDocument.Parse(File.ReadAllText(At("s.json")));
        Assert.Equal(result.RootElement.GetProperty("agents").GetInt32(), result.RootElement.GetProperty("groups").GetProperty("g1").GetInt32());
    }

    [Fact]
    public void Explain_AContact_TellsItsStory()
    {
        var run = Run("explain", "--scenario", Scene(), "--contact", "3");

        Assert.StartsWith("Contact 3 of class a comes at ", run.Output, StringComparison.Ordinal);
        Assert.Contains("it goes to g1 #", run.Output, StringComparison.Ordinal);
        Assert.Contains("by longest-idle", run.Output, StringComparison.Ordinal);
        Assert.Matches(@"g1 #\d was chosen: (the only one free|idle longest of \d free agents) with the skill a \(\d with it, \d present\)\.", run.Output);
    }

    // Long enough for contacts who are served at once, who wait, and who give up.
    [Fact]
    public void Explain_InJapanese_IsJapaneseThroughout()
    {
        var scene = Scene("4.2, \"skills\": { \"a\": 1 }, \"priority\": 0, \"patienceRate\": null", "9.5, \"skills\": { \"a\": 1 }, \"patienceRate\": 2");
        var stories = Enumerable.Range(1, 60).Select(contact => (string[])["explain", "--scenario", scene, "--contact", $"{contact}", "--locale", "ja"])
            .Select(line => Run(line).Output).ToList();

        Assert.All(stories, story => Assert.DoesNotMatch("[A-Za-z]{2,}", Names().Replace(story, "")));
        Assert.Contains(stories, story => story.Contains("待機が最も長いため", StringComparison.Ordinal));
        Assert.Contains(stories, story => story.Contains("待ちます", StringComparison.Ordinal));
        Assert.Contains(stories, story => story.Contains("待ちきれずに", StringComparison.Ordinal));
    }

    [Fact]
    public void Rehearse_TheDayOfTheSample_ComparesBoth()
    {
        var run = Run("rehearse", "--day", Sample("day.json"), "--scenario", Sample("one-more.json"), "--out", At("h.json"));

        Assert.Equal((0, ""), (run.Code, run.Error));
        Assert.Contains("As recorded", run.Output, StringComparison.Ordinal);
        Assert.Contains("Under these rules", run.Output, StringComparison.Ordinal);
        using var result = JsonDocument.Parse(File.ReadAllText(At("h.json")));
        Assert.Equal(40, result.RootElement.GetProperty("contacts").GetArrayLength());
    }

    [Theory]
    [InlineData("helpdesk.json")]
    [InlineData("two-languages.json")]
    [InlineData("monday.json")]
    [InlineData("one-more.json")]
    public void Scenarios_OfTheSample_AreRight(string file) =>
        Assert.NotEmpty(OmniChannel.Simulation.Scenarios.Scenario.Parse(File.ReadAllText(Sample(file))).Classes);

    [Fact]
    public void BadScenario_IsOneLineWithThePath_AndCode2()
    {
        var run = Run("simulate", "--scenario", Scene("\"rate\": 4.2", "\"rate\": -4.2"), "--out", At("r.json"));

        Assert.Equal(2, run.Code);
        Assert.Equal("classes[0].rate: must be at least 0, is -4.2\n", run.Error.ReplaceLineEndings("\n"));
        Assert.False(File.Exists(At("r.json")));
    }

    public static TheoryData<string, string> Wrong => new()
    {
        { "fly", "'fly' is not a command" },
        { "simulate", "--scenario: is missing" },
        { "simulate --scenario nowhere.json", "--scenario: cannot read 'nowhere.json'" },
        { "simulate --scenario", "--scenario: needs a value" },
        { "simulate scenario", "'scenario' is not an option" },
        { "simulate --scenario HERE --speed 3", "--speed: is not an option here" },
        { "simulate --scenario HERE --scenario HERE", "--scenario: is given twice" },
        { "simulate --scenario HERE --out /nowhere/at/all.json", "cannot write" },
        { "staff --scenario HERE --level high --within 1", "--level: must be a number" },
        { "staff --scenario HERE --level 2 --within 1", "--level: must be above 0 and below 1" },
        { "staff --scenario HERE --level 0.5 --within 1 --abandon 2", "--abandon: must be above 0 and below 1" },
        { "staff --scenario HERE --level 0.5 --within 1 --each-class perhaps", "--each-class: must be true or false" },
        { "staff --scenario HERE --level 0.5 --within 1 --groups g7", "--groups: there is no agent group 'g7'" },
        { "simulate --scenario HERE --svg /", "cannot write '/'" },
        { "explain --scenario HERE --locale xx-!!", "--locale: must be a language tag" },
        { "explain --scenario HERE --contact -1", "--contact: must be a whole number" },
        { "explain --scenario HERE --contact 99999999", "contact: there is no contact 99999999" },
        { "rehearse --scenario HERE", "--day: is missing" },
        { "rehearse --day HERE --scenario HERE", "contacts: is missing" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void WrongUse_IsOneLine_AndCode2(string line, string message)
    {
        var scene = Scene();
        var run = Run([.. line.Split(' ').Select(word => word == "HERE" ? scene : word)]);

        Assert.Equal(2, run.Code);
        Assert.StartsWith(message, run.Error, StringComparison.Ordinal);
        Assert.Single(run.Error.TrimEnd('\r', '\n').Split('\n'));
    }

    [Theory]
    [InlineData("--help", 0)]
    [InlineData("simulate --help", 0)]
    [InlineData("", 2)]
    public void Help_ListsTheCommands(string line, int code)
    {
        var run = Run(line.Split(' ', StringSplitOptions.RemoveEmptyEntries));

        Assert.Equal(code, run.Code);
        Assert.All(new[] { "simulate", "staff", "explain", "rehearse" }, command => Assert.Contains(command + " --", run.Output, StringComparison.Ordinal));
    }

    [GeneratedRegex(@"longest-idle|g\d #\d+")]
    private static partial Regex Names();

    private static string Sample(string file) => Path.Combine(AppContext.BaseDirectory, "scenarios", file);

    private string At(string file) => Path.Combine(_folder, file);

    private string Scene(string from = "", string to = "")
    {
        var text = File.ReadAllText(Sample("helpdesk.json")).Replace("200000", "2000", StringComparison.Ordinal).Replace("\"replications\": 20", "\"replications\": 4", StringComparison.Ordinal);
        File.WriteAllText(At("scene.json"), from.Length == 0 ? text.Replace("20000", "200", StringComparison.Ordinal) : text.Replace(from, to, StringComparison.Ordinal));
        return At("scene.json");
    }

    private static (int Code, string Output, string Error) Run(params string[] args)
    {
        var (output, error) = (new StringWriter(), new StringWriter());
        var code = Lab.Run(args, output, error, quiet: true);
        return (code, output.ToString(), error.ToString());
    }
}
