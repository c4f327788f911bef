namespace OmniChannel.Identity.Identifiers;

public sealed class EmailNormalizerTests
{
    [Theory]
    [InlineData("Mika.Sato@Shop.EXAMPLE", "Mika.Sato@shop.example")]
    [InlineData("mika+news@shop.example", "mika+news@shop.example")]
    [InlineData("M.I.K.A+news@GMail.com", "mika@gmail.com")]
    [InlineData("mika@googlemail.com", "mika@gmail.com")]
    [InlineData("Mika.Sato+x@outlook.com", "mika.sato@outlook.com")]
    [InlineData("mika-sato_x@pm.me", "mikasatox@proton.me")]
    [InlineData("Mika@me.com", "mika@icloud.com")]
    [InlineData("mika+news@icloud.com", "mika+news@icloud.com")]
    [InlineData("mika.sato+news@protonmail.ch", "mikasato@proton.me")]
    [InlineData("mika-shop@yahoo.co.jp", "mika-shop@yahoo.co.jp")]
    [InlineData("mika@Bücher.example", "mika@xn--bcher-kva.example")]
    [InlineData("mika@例え。テスト", "mika@xn--r8jz45g.xn--zckzah")]
    [InlineData("mika@XN--BCHER-KVA.example", "mika@xn--bcher-kva.example")]
    [InlineData("mika@straße.example", "mika@xn--strae-oqa.example")]
    [InlineData("美香@例え.jp", "美香@xn--r8jz45g.jp")]
    [InlineData("mika@shop.example.", "mika@shop.example")]
    public void Address_AsItIsWritten_IsCompared(string value, string expected) => Assert.Equal(expected, Read(value));

    [Theory]
    [InlineData("mika")]
    [InlineData("@shop.example")]
    [InlineData("mika@")]
    [InlineData("mi ka@shop.example")]
    [InlineData("a@b@shop.example")]
    [InlineData("mika@shop..example")]
    [InlineData("mika@.example")]
    [InlineData("...@gmail.com")]
    [InlineData("mika@a/b.example")]
    public void Text_ThatIsNoAddress_IsNone(string value) => Assert.Null(Read(value));

    // The samples of RFC 3492 section 7.1, without the ones with capital letters.
    [Theory]
    [InlineData("他们为什么不说中文", "xn--ihqwcrb4cv8a8dqg056pqjye")]
    [InlineData("למההםפשוטלאמדבריםעברית", "xn--4dbcagdahymbxekheh6e0a7fei0b")]
    [InlineData("なぜみんな日本語を話してくれないのか", "xn--n8jok5ay5dzabd5bym9f0cm5685rrjetr6pdxa")]
    [InlineData("ليهمابتكلموشعربي؟", "xn--egbpdaj6bu4bxfgehfvwxn")]
    [InlineData("почемужеонинеговорятпорусски", "xn--b1abfaaepdrnnbgefbadotcwatmq2g4l")]
    public void Punycode_OfAnRfcSample_IsAsPrinted(string label, string expected)
    {
        Span<char> room = stackalloc char[64];
        var length = Punycode.Encode(label, room);
        Assert.Equal(expected, room[..length].ToString());
    }

    [Fact]
    public void Label_TooLongForADomain_IsNone()
    {
        Assert.Null(Read($"a@{new string('a', 64)}.example"));
        Assert.Null(Read($"a@{new string('語', 60)}.example"));
    }

    private static string? Read(string value)
    {
        Span<char> room = stackalloc char[512];
        var length = IdentifierNormalizers.Email.Normalize(value, "JP", room);
        return length < 0 ? null : room[..length].ToString();
    }
}
