using System.Text;
using System.Text.Json;

namespace OmniChannel.Engagement.State;

public sealed class ConversationRowTests
{
    private static readonly DateTimeOffset At = new(2026, 4, 1, 9, 30, 0, TimeSpan.Zero);
    private static readonly ChannelAccountId Sms = new(new("sms"), "main");

    /// <summary>A conversation with a value other than the default everywhere.</summary>
    private static ConversationState Full { get; } = new()
    {
        Id = new(-7),
        Atom = 11,
        IsOpen = false,
        OpenedAt = At,
        ClosedAt = At.AddHours(3),
        LastAt = At.AddHours(2),
        LastSequence = 42,
        JoinedInto = new(9),
        RepeatContacts = 3,
        Joined = [new(13), new(-14)],
        Apart = [new(15)],
        Locale = Locale.Japanese,
        Legs = [new() { Account = Sms, SenderId = "+819012345678", Atom = 11, StartedAt = At, IsPresent = false }, new() { Account = new(new("web-chat"), "shop"), SenderId = "v\"1", Atom = 12, StartedAt = At.AddMinutes(1) }],
        InboundLeg = 1,
        LastInboundAt = At.AddMinutes(5),
        UnansweredSince = At.AddMinutes(4),
        FirstResponseAt = At.AddMinutes(6),
        Slots = [new() { Name = "topic", Value = "靴", At = At, Source = "helper" }],
        AskedTwice = 2,
        Question = new() { Slot = "size", Text = "Which size?", Options = [new() { Id = "27", Label = "27 cm" }] },
        Need = "赤い靴",
        RecognisedAs = "cus_1",
        Bot = new() { Name = new("helper"), ThenQueue = new("general"), Memory = "node", Since = At, Turn = new(3), Home = new(-8), Backlog = [new() { Trigger = BotTrigger.Message }] },
        Verification = new() { Identifier = Identifier.Email("h@example.com"), Effect = new(4), StartedAt = At, CodeHash = "c", ExpiresAt = At.AddMinutes(10), Attempts = 1, IsProved = true },
        Call = new() { SessionId = "CA1", Account = new(new("voice"), "main"), Phase = CallPhase.Connected, StartedAt = At, IsAsking = true, AskedAt = At, Silences = 1, Sender = "call:CA1", Said = [new SayCommand { Text = "Hello" }] },
        Thread = new() { Subject = "order", InReplyTo = "<1@x>", References = ["<0@x>", "<1@x>"] },
        ReplyHandle = new() { Value = "handle", ExpiresAt = At.AddHours(1), SingleUse = true },
    };

    private static ConversationState Usual => new() { Id = new(5), Atom = 6, OpenedAt = At, LastAt = At, LastSequence = 3, Locale = Locale.English, Legs = [Full.Legs[0]], InboundLeg = 0, LastInboundAt = At, UnansweredSince = At, Need = "Hello" };

    [Fact]
    public void Row_OfEveryValue_MatchesItsGoldenFile() => Snapshot.Match(Write(Full));

    [Fact]
    public void Row_OfTheUsualConversation_MatchesItsGoldenFile() => Snapshot.Match(Write(Usual));

    [Fact]
    public void Row_ReadAgain_HasEveryProperty()
    {
        var read = Read(Write(Full));
        foreach (var property in typeof(ConversationState).GetProperties().Where(p => p.CanWrite))
        {
            Assert.NotEqual(JsonOf(property.GetValue(Blank)), JsonOf(property.GetValue(Full)));
            Assert.Equal(JsonOf(property.GetValue(Full)), JsonOf(property.GetValue(read)));
        }
    }

    [Fact]
    public void Row_OfDefaults_IsReadAsTheyAre() => Assert.Equal(JsonOf(Blank), JsonOf(Read(Write(Blank))));

    [Theory]
    [InlineData("FirstResponseAt")]
    [InlineData("AskedTwice")]
    [InlineData("RecognisedAs")]
    [InlineData("Slots")]
    [InlineData("Question")]
    [InlineData("Bot")]
    [InlineData("Verification")]
    [InlineData("Call")]
    [InlineData("Thread")]
    [InlineData("ReplyHandle")]
    [InlineData("ClosedAt")]
    [InlineData("JoinedInto")]
    [InlineData("RepeatContacts")]
    [InlineData("Joined")]
    [InlineData("Apart")]
    public void Row_WithOneRareValue_KeepsIt(string name)
    {
        var property = typeof(ConversationState).GetProperty(name)!;
        var state = Usual;
        property.SetValue(state, property.GetValue(Full));

        Assert.Equal(JsonOf(property.GetValue(Full)), JsonOf(property.GetValue(Read(Write(state)))));
    }

    [Fact]
    public void Row_OfALaterVersion_IsReadWithoutWhatIsNew() =>
        Assert.Equal(JsonOf(Full), JsonOf(Read(Write(Full)[..^1] + ",\"later\",[1]]")));

    [Fact]
    public void Row_OfTheUsualConversation_IsNoLongerThanNeeded() => Assert.InRange(Write(Usual).Length, 100, 240);

    [Theory]
    [InlineData("{}")]
    [InlineData("7")]
    [InlineData("[\"x\"]")]
    public void Row_OfAnotherForm_IsRefused(string row) => Assert.ThrowsAny<Exception>(() => Read(row));

    private static ConversationState Blank => new() { Id = default, Atom = 0, OpenedAt = default, LastAt = default };

    private static string Write(ConversationState state) => Encoding.UTF8.GetString(StoredJson.Write(state, StateJson.Default.ConversationState));

    private static ConversationState Read(string row) => JsonSerializer.Deserialize(row, StateJson.Default.ConversationState)!;

    /// <summary>Any value as text, so that arrays compare by what is in them.</summary>
    private static string JsonOf(object? value) => value switch
    {
        null => "null",
        System.Collections.IEnumerable and not string => "[" + string.Join(',', ((System.Collections.IEnumerable)value).Cast<object>().Select(JsonOf)) + "]",
        _ when value.GetType().IsPrimitive || value is string || value.GetType().IsValueType => value.ToString()!,
        _ => value.GetType().Name + "{" + string.Join(',', value.GetType().GetProperties().Where(p => p.GetIndexParameters().Length == 0).Select(p => p.Name + "=" + JsonOf(p.GetValue(value)))) + "}",
    };
}
