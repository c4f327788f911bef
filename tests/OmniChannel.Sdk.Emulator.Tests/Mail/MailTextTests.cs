using System.Text;
using FsCheck;
using FsCheck.Fluent;
using OmniChannel.Emulator.Mail;

namespace OmniChannel.Mail;

public sealed class MailTextTests
{
    [Theory]
    [InlineData("Your code is 482913.", "482913")]
    [InlineData("認証コードは482913です", "482913")]
    [InlineData("Order 2026-11-21 no. A12345", null)]
    [InlineData("Call +81312345678", null)]
    public void Code_StandsAlone(string text, string? code) => Assert.Equal(code, MailText.Code(text));

    [Fact]
    public void Body_OfAlternatives_IsThePlainOne()
    {
        const string mail = "Content-Type: multipart/alternative; boundary=\"b\"\r\n\r\n--b\r\nContent-Type: text/html\r\n\r\n<p>no</p>\r\n"
            + "--b\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\nY=C3=A9s =\r\nit is\r\n--b--\r\n";
        Assert.Equal("Yés it is", MailText.Body(MailPart.Read(mail)));
    }

    [Fact]
    public void Mail_OfAnyBytes_IsReadWithoutThrowing() => Check.One(
        Config.QuickThrowOnFailure,
        Prop.ForAll(ArbMap.Default.ArbFor<byte[]>(), bytes =>
        {
            var text = Encoding.Latin1.GetString(bytes);
            foreach (var head in new[] { "", "Content-Transfer-Encoding: base64\r\n\r\n", "Content-Type: multipart/x; boundary=a\r\n\r\n--a\r\n", "Subject: =?utf-8?Q?" })
            {
                var part = MailPart.Read(head + text);
                _ = MailText.Body(part) + MailText.Header(part["Subject"]) + MailText.Mailbox(part["From"] + text).Address;
            }

            return true;
        }));
}
