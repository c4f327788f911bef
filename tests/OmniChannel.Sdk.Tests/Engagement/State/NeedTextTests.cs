namespace OmniChannel.Engagement.State;

public sealed class NeedTextTests
{
    [Theory]
    [InlineData(198, 200)]
    [InlineData(199, 199)]
    [InlineData(200, 200)]
    public void OneLine_TooLong_IsCutBetweenCharacters(int before, int kept)
    {
        var line = NeedText.OneLine(new string('a', before) + "\U0001F600 and more of it");
        Assert.Equal(kept + 1, line.Length);
        Assert.DoesNotContain('\uFFFD', System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(line)));
    }
}
