using System.Text;
using System.Text.RegularExpressions;
using OmniChannel.Conversations;
using OmniChannel.Routing;

namespace OmniChannel.AgentDesk;

public sealed partial class DeskAssetsTests
{
    private static readonly Dictionary<string, string> Texts =
        DeskAssets.All.ToDictionary(file => file.Key, file => Encoding.UTF8.GetString(file.Value.Content));

    private static readonly Dictionary<string, (string English, string Japanese)> Words = Row().Matches(Texts["strings.js"])
        .ToDictionary(row => row.Groups[1].Value, row => (row.Groups[2].Value, row.Groups[3].Value));

    public static TheoryData<string> Scripts => [.. Texts.Keys.Where(name => name.EndsWith(".js", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Scripts))]
    public void Script_WithData_NeverMakesMarkupOrCodeOfIt(string name) => Assert.DoesNotMatch(Markup(), Texts[name]);

    [Theory]
    [MemberData(nameof(Scripts))]
    public void Script_Importing_NamesFilesOfTheDesk(string name) =>
        Assert.All(Import().Matches(Texts[name]), import => Assert.Contains(import.Groups[1].Value, Texts.Keys));

    [Theory]
    [MemberData(nameof(Scripts))]
    public void Script_SayingSomething_SaysItInBothLanguages(string name) =>
        Assert.All(Key().Matches(Texts[name]), key => Assert.Contains(key.Groups[1].Value, Words.Keys));

    [Fact]
    public void Page_ForAStrictPolicy_HasNothingInline()
    {
        var page = Texts[DeskAssets.Page];

        Assert.DoesNotMatch(Inline(), page);
        Assert.All(ScriptElement().Matches(page), script => Assert.Contains(" src=\"{{root}}/", script.Value, StringComparison.Ordinal));
    }

    [Fact]
    public void Words_OfTheDesk_AreInBothLanguagesWithTheSamePlaceholders()
    {
        var rows = Texts["strings.js"].Split('\n').Count(line => line.StartsWith("  ", StringComparison.Ordinal) && line.EndsWith("],", StringComparison.Ordinal));

        Assert.Equal(rows, Words.Count);
        Assert.True(Words.Count > 100, $"only {Words.Count} words were found");
        Assert.All(Words.Values, word =>
        {
            Assert.NotEmpty(word.English);
            Assert.NotEmpty(word.Japanese);
            Assert.Equal(Placeholders(word.English), Placeholders(word.Japanese));
        });
    }

    [Fact]
    public void Words_ForWhatTheEngineNames_AreComplete()
    {
        string[] needed =
        [
            .. Named<EntryKind>("kind"), .. Named<DeliveryState>("delivery"), .. Named<ParticipantKind>("author"), .. Named<Presence>("presence"),
            "call_waiting", "call_connecting", "call_connected", "connection_connecting", "connection_live", "connection_lost", "connection_denied",
            "sure_verified", "sure_observed", "sure_record", "sure_possible", "sure_claimed", "sure_unknown",
            "confirm_escalate", "confirm_release", "confirm_close", "reviewed_accept", "reviewed_dismiss", "reviewed_never",
            .. Levels.Select(level => "level_" + level.Replace(' ', '_')),
        ];

        Assert.All(needed, key => Assert.Contains(key, Words.Keys));
    }

    // As the matcher names how two values compare.
    private static readonly string[] Levels =
    [
        "equal", "one edit", "two edits", "one apart", "alike", "short form", "near", "swapped", "swapped and alike", "shared words", "same part",
        "one edit or swapped parts", "two parts equal", "within six weeks", "near in another year", "one part or two edits", "same local part", "local part alike",
        "different", "go together", "made of the name", "may only live together",
    ];

    private static IEnumerable<string> Named<TEnum>(string prefix)
        where TEnum : struct, Enum => Enum.GetNames<TEnum>().Select(name => $"{prefix}_{char.ToLowerInvariant(name[0])}{name[1..]}");

    private static string[] Placeholders(string text) => [.. Placeholder().Matches(text).Select(match => match.Value).Order(StringComparer.Ordinal)];

    [GeneratedRegex(@"innerHTML|outerHTML|insertAdjacentHTML|document\.write|DOMParser|\beval\b|new Function|setAttribute\('style'")]
    private static partial Regex Markup();

    [GeneratedRegex(@"(?:from|import\()\s*'\./([^']+)'")]
    private static partial Regex Import();

    [GeneratedRegex(@"\bt\('(\w+)'")]
    private static partial Regex Key();

    [GeneratedRegex(@"<style|\sstyle=|\son\w+=|javascript:")]
    private static partial Regex Inline();

    [GeneratedRegex("<script[^>]*>")]
    private static partial Regex ScriptElement();

    [GeneratedRegex(@"^  (\w+): \['((?:[^'\\]|\\.)*)', '((?:[^'\\]|\\.)*)'\],$", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex(@"\{\w+\}")]
    private static partial Regex Placeholder();
}
