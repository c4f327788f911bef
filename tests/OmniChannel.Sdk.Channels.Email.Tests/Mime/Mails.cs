using System.Text;
using OmniChannel.Channels.Email.Mime;

namespace OmniChannel.Channels.Email.Tests.Mime;

/// <summary>Shortcuts from message text to what is asserted; "\n" is written as CRLF.</summary>
internal static class Mails
{
    public static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\r\n"));

    public static MimeParseOutcome Parse(string text, MimeLimits? limits = null) => MimeParser.Parse(Bytes(text), limits);

    public static InboundMail Read(string text, string? envelopeSender = null) => Read(Bytes(text), envelopeSender);

    public static InboundMail Read(byte[] message, string? envelopeSender = null)
    {
        var outcome = MimeParser.Parse(message);
        Assert.True(outcome.IsParsed);
        return InboundMailReader.Read(outcome.Root, MimeLimits.Default, envelopeSender);
    }

    public static InboundMail ReadHeaders(params string[] headers) => Read(string.Join('\n', headers) + "\n\nbody");
}
