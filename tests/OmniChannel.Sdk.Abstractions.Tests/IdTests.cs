using System.Text.Json;
using OmniChannel.Channels;
using OmniChannel.Engagement;
using OmniChannel.Identity;

namespace OmniChannel;

public sealed class IdTests
{
    [Theory]
    [InlineData(1L)]
    [InlineData(-1L)]
    [InlineData(long.MinValue)]
    [InlineData(long.MaxValue)]
    public void Id_TextForm_ParsesBack(long value)
    {
        var id = new ConversationId(value);
        Assert.True(ConversationId.TryParse(id.ToString(), out var back));
        Assert.Equal(id, back);
        Assert.Equal(id, JsonSerializer.Deserialize<ConversationId>(JsonSerializer.Serialize(id)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("cnv_")]
    [InlineData("msg_0000000000001")]
    [InlineData("cnv_000000000000u")]
    [InlineData("cnv_g000000000000")]
    public void Id_OfOtherText_IsRefused(string text) => Assert.False(ConversationId.TryParse(text, out _));

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("a\nb")]
    public void Name_Unfit_IsRefused(string text) => Assert.Throws<ArgumentException>(() => new AgentId(text));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("a\nb")]
    [InlineData("a\u0000")]
    public void Name_Unfit_IsNotParsedAndThrowsNothing(string? text) => Assert.All(Parsers, p => Assert.False(Quietly(() => p(text)), text));

    [Fact]
    public void Name_TooLong_IsNotParsedAndThrowsNothing() => Assert.All(Parsers, p => Assert.False(Quietly(() => p(new('a', 129)))));

    [Theory]
    [InlineData("SMS")]
    [InlineData("web chat")]
    [InlineData("チャット")]
    public void Channel_WithOtherLetters_IsNotParsedAndThrowsNothing(string text) => Assert.False(Quietly(() => ChannelName.TryParse(text, null, out _)));

    [Theory]
    [InlineData("ja_JP", "ja-JP")]
    [InlineData("en", "en")]
    public void Locale_Fit_IsParsed(string text, string tag) => Assert.Equal((true, tag), (Locale.TryParse(text, null, out var locale), locale.Tag));

    [Theory]
    [InlineData("1.2", true)]
    [InlineData("1", false)]
    [InlineData("1.", false)]
    [InlineData("1.2.3", false)]
    [InlineData("-1.2", false)]
    public void EventId_IsTwoNumbers(string text, bool fits) => Assert.Equal(fits, OmniEventId.TryParse(text, null, out _));

    [Fact]
    public void Parsing_OfWhatFits_AllocatesNothing()
    {
        Func<string?, bool>[] parsers = [.. Parsers, t => OmniEventId.TryParse("12.3", null, out _), t => ConversationId.TryParse("cnv_0000000000001", out _)];
        foreach (var parse in parsers)
        {
            Assert.True(parse("general-1"));
            var before = GC.GetAllocatedBytesForCurrentThread();
            for (var i = 0; i < 100; i++)
            {
                parse("general-1");
            }

            Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
        }
    }

    private static Func<string?, bool>[] Parsers { get; } =
    [
        t => AgentId.TryParse(t, null, out _), t => BotName.TryParse(t, null, out _), t => QueueName.TryParse(t, null, out _),
        t => WorkspaceId.TryParse(t, null, out _), t => Locale.TryParse(t, null, out _), t => IdentifierType.TryParse(t, null, out _),
        t => SignalKind.TryParse(t, null, out _), t => ChannelName.TryParse(t, null, out _),
    ];

    /// <summary>Fails when anything is thrown on the way, caught or not.</summary>
    private static bool Quietly(Func<bool> parse)
    {
        var thread = Environment.CurrentManagedThreadId;
        var thrown = 0;
        void Count(object? sender, System.Runtime.ExceptionServices.FirstChanceExceptionEventArgs e) => thrown += Environment.CurrentManagedThreadId == thread ? 1 : 0;
        AppDomain.CurrentDomain.FirstChanceException += Count;
        try
        {
            var parsed = parse();
            Assert.Equal(0, thrown);
            return parsed;
        }
        finally
        {
            AppDomain.CurrentDomain.FirstChanceException -= Count;
        }
    }
}
