using System.Runtime.CompilerServices;

namespace OmniChannel.Identity.Identifiers;

public sealed class PhoneNormalizerTests
{
    /// <summary>The metadata's own example numbers: every kind of every region.</summary>
    public static TheoryData<string> Regions { get; } = [.. Examples().Select(e => e[0]).Distinct()];

    [Theory]
    [MemberData(nameof(Regions))]
    public void Example_OfARegion_IsReadHoweverItIsWritten(string region)
    {
        foreach (var (code, trunk, kind, number) in Examples().Where(e => e[0] == region).Select(e => (e[1], e[2], e[3], e[4])))
        {
            var expected = $"+{code}{number}";
            Assert.Equal(expected, Read(expected, "US"));
            Assert.Equal(expected, Read($"tel:+{code}-{number[..2]} {number[2..]}", "JP"));
            if (region == "001")
            {
                continue;
            }

            Assert.Equal(expected, Read(number, region));
            if (region != "US" && region != "JP")
            {
                Assert.Equal(expected, Read($"011 {code} {number}", "US"));
            }

            // In Colombia a mobile is dialled with 03, which is no prefix of it; elsewhere short and shared-cost numbers take none.
            if (trunk.Length > 0 && code != "1" && kind is "fixed" or "mobile" && region != "CO")
            {
                Assert.Contains(Read(trunk + number, region), new[] { expected, $"+{code}{trunk}{number}" });
            }
        }
    }

    [Theory]
    [InlineData("090-1234-5678", "JP", "+819012345678")]
    [InlineData("０９０ー１２３４ー５６７８", "JP", "+819012345678")]
    [InlineData("+81 (0)90 1234 5678", "US", "+819012345678")]
    [InlineData("010 1 650 253 0000", "JP", "+16502530000")]
    [InlineData("(650) 253-0000", "US", "+16502530000")]
    [InlineData("1 650 253 0000", "US", "+16502530000")]
    [InlineData("020 7946 0958", "GB", "+442079460958")]
    [InlineData("+44 020 7946 0958", "JP", "+442079460958")]
    [InlineData("0236618300", "IT", "+390236618300")]
    [InlineData("8 (912) 345-67-89", "RU", "+79123456789")]
    [InlineData("044 668 18 00", "CH", "+41446681800")]
    [InlineData("0343 15 555 1234", "AR", "+5493435551234")]
    [InlineData("819012345678", "JP", "+819012345678")]
    public void Number_AsPeopleWriteIt_IsE164(string value, string region, string expected) => Assert.Equal(expected, Read(value, region));

    [Theory]
    [InlineData("")]
    [InlineData("110")]
    [InlineData("090-1234")]
    [InlineData("call me")]
    [InlineData("090-1234-5678 ext 9")]
    [InlineData("++819012345678")]
    [InlineData("+999123456789")]
    [InlineData("+8190123456789012345678901234567890123456789")]
    public void Text_ThatIsNoNumber_IsNone(string value) => Assert.Null(Read(value, "JP"));

    [Fact]
    public void NationalNumber_OfAnUnknownRegion_IsNone() => Assert.Null(Read("090-1234-5678", "ZZ"));

    private static string? Read(string value, string region)
    {
        Span<char> room = stackalloc char[512];
        Span<char> folded = stackalloc char[512];
        var length = IdentifierNormalizers.Phone.Normalize(Width.Fold(value, folded), region, room);
        return length < 0 ? null : room[..length].ToString();
    }

    private static IEnumerable<string[]> Examples([CallerFilePath] string source = "") =>
        File.ReadLines(Path.Combine(Path.GetDirectoryName(source)!, "phone-examples.tsv")).Select(line => line.Split('\t'));
}
