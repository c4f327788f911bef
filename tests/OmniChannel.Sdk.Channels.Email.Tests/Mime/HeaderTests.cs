using OmniChannel.Channels.Email.Mime;

namespace OmniChannel.Channels.Email.Tests.Mime;

public class HeaderTests
{
    [Theory]
    [InlineData("=?utf-8?Q?Gr=C3=BC=C3=9Fe?=", "Grüße")]
    [InlineData("=?ISO-8859-1?Q?a_b=E9?= c", "a bé c")]
    [InlineData("=?utf-8?B?5rOo?= =?utf-8?B?5paH?=", "注文")]
    [InlineData("=?utf-8?B?5rOo?= =?iso-8859-15?Q?=A4?=", "注€")]
    [InlineData("=?utf-8?B?5g==?= =?UTF-8?B?s6g=?=", "注")]
    [InlineData("=?iso-2022-jp?B?GyRCQ21KOBsoQg==?=", "注文")]
    [InlineData("=?shift_jis?B?ko2Vtg==?=", "注文")]
    [InlineData("=?euc-jp?B?w+3KuA==?=", "注文")]
    [InlineData("=?windows-1252?Q?=93a=94?=", "“a”")]
    [InlineData("=?utf-8*en?Q?lang?=", "lang")]
    [InlineData("plain =?nonsense", "plain =?nonsense")]
    [InlineData("=?utf-8?X?abc?=", "=?utf-8?X?abc?=")]
    [InlineData("=?no-such-charset?Q?abc?=", "abc")]
    [InlineData("a =?utf-8?Q?b?= c", "a b c")]
    public void EncodedWords_AsMailersWriteThem_Decode(string header, string expected) =>
        Assert.Equal(expected, EncodedWords.Decode(header));

    [Fact]
    public void Subject_FoldedAndEncoded_IsOneLine()
    {
        var mail = Mails.ReadHeaders("Subject: one", "\ttwo =?utf-8?Q?three?=", " =?utf-8?Q?_four?=");

        Assert.Equal("one two three four", mail.Subject);
    }

    [Fact]
    public void Subject_WithEncodedLineBreak_CannotStartAHeader()
    {
        var mail = Mails.ReadHeaders("Subject: =?utf-8?Q?a=0D=0ABcc:_x@y.example?=");

        Assert.Equal("a  Bcc: x@y.example", mail.Subject);
    }

    [Fact]
    public void Subject_RawBytesThatAreNoUtf8_AreReadAsWindows1252()
    {
        var mail = Mails.Read([.. "Subject: "u8, 0x93, 0x68, 0x8D, 0xE9, 0x94, .. "\r\n\r\nx"u8]);

        Assert.Equal("“h é”", mail.Subject);
    }

    [Fact]
    public void Subject_RawUtf8AndRawJis_AreUnderstood()
    {
        Assert.Equal("注文", Mails.ReadHeaders("Subject: 注文").Subject);
        Assert.Equal("注文", Mails.ReadHeaders("Subject: \u001b$BCmJ8\u001b(B").Subject);
    }

    [Theory]
    [InlineData("Sun, 03 May 2026 12:34:56 +0900", "2026-05-03T12:34:56+09:00")]
    [InlineData("3 May 2026 12:34 -0430 (comment)", "2026-05-03T12:34:00-04:30")]
    [InlineData("Sun, 3 May 26 01:02:03 PST", "2026-05-03T01:02:03-08:00")]
    [InlineData("3 May 99 01:02:03 GMT", "1999-05-03T01:02:03+00:00")]
    [InlineData("Tue, 31 Dec 2024 23:59:60 +0000", "2024-12-31T23:59:59+00:00")]
    public void Date_InItsForms_IsRead(string header, string expected) =>
        Assert.Equal(expected, MailDate.Parse(header)!.Value.ToString("yyyy-MM-ddTHH:mm:sszzz", System.Globalization.CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("")]
    [InlineData("tomorrow")]
    [InlineData("31 Feb 2026 12:00:00 +0000")]
    [InlineData("1 Jan 9999 00:00:00 -1400")]
    [InlineData("1 Jan 2026 25:00:00 +0000")]
    public void Date_Impossible_IsNull(string header) => Assert.Null(MailDate.Parse(header));

    [Fact]
    public void MessageIds_WithJunkAround_KeepTheIds()
    {
        Assert.Equal(["a@b", "c@d"], MessageIds.Parse("Message from Ann <a@b>, <c@d> <a@b> <", 10));
        Assert.Equal(["bare@id"], MessageIds.Parse("bare@id word", 10));
        Assert.Equal(["1", "4", "5"], MessageIds.Parse("<1><2><3><4><5>", 3));
    }

    [Theory]
    [InlineData("attachment; filename=\"a;b.txt\"", "a;b.txt")]
    [InlineData("attachment; filename*=utf-8''%E9%A0%98%E5%8F%8E.pdf; filename=x.pdf", "領収.pdf")]
    [InlineData("attachment; filename*0*=utf-8''%E9%A0; filename*1*=%98; filename*2=\".pdf\"", "領.pdf")]
    [InlineData("attachment; filename*0=\"long\"; filename*1=\"name.txt\"", "longname.txt")]
    [InlineData("attachment; filename*1=b; filename*0=a; filename*3=d", "ab")]
    [InlineData("attachment; filename=\"=?utf-8?B?6aCY?=.pdf\"", "領.pdf")]
    [InlineData("attachment; filename=bare name.txt", "bare name.txt")]
    [InlineData("attachment; filename=\"..\\\\..\\\\evil.exe\"", "evil.exe")]
    [InlineData("attachment; filename=\"/etc/passwd\"", "passwd")]
    [InlineData("attachment; filename*=utf-8''a%0D%0Ab%E2%80%AEfdp.exe", "abfdp.exe")]
    public void FileName_InItsForms_IsReadAndHarmless(string disposition, string expected)
    {
        var mail = Mails.Read($"Content-Type: application/pdf\nContent-Disposition: {disposition}\n\nx");

        Assert.Equal(expected, Assert.Single(mail.Attachments).FileName);
    }
}
