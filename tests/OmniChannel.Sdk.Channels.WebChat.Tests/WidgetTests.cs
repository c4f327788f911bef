using System.Text.RegularExpressions;

namespace OmniChannel.Channels.WebChat.Tests;

public sealed class WidgetTests
{
    private static string Read(string path)
    {
        using var reader = new StreamReader(new WebChatChannel().Assets.Single(a => a.Path == path).Open());
        return reader.ReadToEnd();
    }

    [Fact]
    public void Script_IsSmall() => Assert.InRange(Read("widget.js").Length, 1000, 20 * 1024);

    [Fact]
    public void Script_NeverWritesMarkup() =>
        Assert.DoesNotMatch("innerHTML|outerHTML|insertAdjacentHTML|document\\.write|\\beval\\(|new Function", Read("widget.js"));

    [Theory]
    [InlineData("widget.js")]
    [InlineData("widget.css")]
    public void Files_LoadNothingFromElsewhere(string path) =>
        Assert.DoesNotMatch("import\\s*\\(|\\bimport\\s+[{*'\"]|@import|url\\(", Read(path));

    [Fact]
    public void Texts_AreThereInBothLanguages()
    {
        var script = Read("widget.js");
        var english = Keys(script, script.IndexOf("  en: {", StringComparison.Ordinal));
        var japanese = Keys(script, script.IndexOf("  ja: {", StringComparison.Ordinal));
        Assert.True(english.Count > 30);
        Assert.Equal(english, japanese);
    }

    private static SortedSet<string> Keys(string script, int start)
    {
        var block = script[start..script.IndexOf("\n  },", start, StringComparison.Ordinal)];
        return [.. Regex.Matches(block, @"(?<=[\s,])(\w+):(?=\s['n c]|\s\w+ =>)").Select(m => m.Groups[1].Value).Where(k => k is not ("en" or "ja"))];
    }
}
