using FsCheck;
using FsCheck.Fluent;
using OmniChannel.Channels.Email.Mime;

namespace OmniChannel.Channels.Email.Tests.Mime;

public class QuotedReplySplitterTests
{
    [Theory]
    [InlineData("Thanks!\n\nOn Sun, May 3, 2026 at 12:00 Ann <a@b.example> wrote:\n> Hello\n> there")]
    [InlineData("Thanks!\n\nOn Sun, May 3, 2026 at 12:00 Ann Long\n<a@b.example> wrote:\n\n> Hello")]
    [InlineData("Thanks!\n\nOn 3 May 2026, at 12:00, Ann wrote:\n\nHello without marks")]
    [InlineData("Thanks!\n\n2026年5月3日(日) 12:00 山田太郎 <a@b.example>:\n\n> こんにちは")]
    [InlineData("Thanks!\n\n2026/05/03 12:00、山田太郎 <a@b.example>のメール:\n\n> こんにちは")]
    [InlineData("Thanks!\n\n2026年5月3日 12:00、山田さんは書きました：\n> こんにちは")]
    [InlineData("Thanks!\n\n-----Original Message-----\nFrom: Ann\nHello")]
    [InlineData("Thanks!\n\n----- 元のメッセージ -----\n差出人: 山田\nこんにちは")]
    [InlineData("Thanks!\n\n________________________________\nFrom: Ann <a@b.example>\nSent: Sunday\nTo: Help\nSubject: x\n\nHello")]
    [InlineData("Thanks!\n\n差出人: 山田\n送信日時: 2026年5月3日\n宛先: 店\n件名: 注文\n\nこんにちは")]
    [InlineData("Thanks!\n\n*From:* Ann\n*Date:* Sunday\n*Subject:* x\n\nHello")]
    [InlineData("> Hello\n> there\nThanks!")]
    public void Split_KnownMarkers_LeaveTheReply(string text)
    {
        var split = QuotedReplySplitter.Split(text);

        Assert.Equal("Thanks!", split.Reply);
        Assert.True(split.HasQuote);
        Assert.Equal(text, split.Original);
    }

    [Fact]
    public void Split_AnswersBetweenQuotes_KeepsAllAnswers()
    {
        var split = QuotedReplySplitter.Split("On 3 May 2026 Ann wrote:\n> Which size?\n42\n> Which colour?\n> Red?\nBlue");

        Assert.Equal("42\nBlue", split.Reply);
        Assert.Contains("Which colour?", split.Quoted);
    }

    [Theory]
    [InlineData("Just text")]
    [InlineData("I need\n> 5 items\nplease")]
    [InlineData("This is what I wrote:\nbring it back")]
    [InlineData("On the box someone wrote it down")]
    [InlineData("From: me\nwith love")]
    [InlineData("See below\n---------- Forwarded message ---------\nFrom: Shop\nDate: x\nSubject: y\nTo: me\n\nYour order\n> a\n> b")]
    [InlineData("> only\n> quotes")]
    [InlineData("")]
    public void Split_NoReplyToCut_KeepsEverything(string text)
    {
        var split = QuotedReplySplitter.Split(text);

        Assert.Equal(text, split.Reply);
        Assert.False(split.HasQuote);
    }

    [Fact]
    public void Split_AnyText_LosesNoLine()
    {
        var line = Gen.Elements("> q", "text", "", "On 3 May 2026 Ann wrote:", "-----Original Message-----", "From: A", "To: B", "Subject: C",
            "Sent: D", "2026年5月3日 12:00、山田さんは書きました:", " ", ">", "---------- Forwarded message ---------");
        var texts = line.ListOf().Select(lines => string.Join('\n', lines)).ToArbitrary();

        Check.One(Config.QuickThrowOnFailure.WithMaxTest(TestScale.Times(500)), Prop.ForAll(texts, text =>
        {
            var split = QuotedReplySplitter.Split(text);
            return split.Original == text && Lines(split.Reply).Concat(Lines(split.Quoted)).Order(StringComparer.Ordinal)
                .SequenceEqual(Lines(text).Order(StringComparer.Ordinal));
        }));
    }

    private static IEnumerable<string> Lines(string text) => text.Split('\n').Select(l => l.Trim()).Where(l => l.Length > 0);
}
