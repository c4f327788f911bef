using OmniChannel.Tests;

namespace OmniChannel.Architecture.Shared;

public sealed class ScaleTests
{
    [Theory]
    [InlineData(10_000, 1, 1_000)]
    [InlineData(10_000, 10, 10_000)]
    [InlineData(3, 1, 1)]
    [InlineData(2_000_000_000, 10, 2_000_000_000)]
    public void Of_ACount_IsItsShare(int full, int factor, int expected) => Assert.Equal(expected, Scale.Of(full, factor));

    [Theory]
    [InlineData(null, 1)]
    [InlineData("", 1)]
    [InlineData("10", 10)]
    public void Read_OfTheVariable_DefaultsToOne(string? value, int expected) => Assert.Equal(expected, Scale.Read(value));

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("many")]
    public void Read_OfNonsense_SaysWhatToGive(string value) =>
        Assert.Contains("OMNI_SCALE", Assert.Throws<FormatException>(() => Scale.Read(value)).Message, StringComparison.Ordinal);
}
