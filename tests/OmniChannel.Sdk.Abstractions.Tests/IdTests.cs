using System.Text.Json;

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
}
