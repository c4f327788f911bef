using System.Text.Json;
using OmniChannel.Channels.Email.Mime;

namespace OmniChannel.Channels.Email.Tests.Mime;

/// <summary>Messages built and read by Python's email package (Golden/make_golden.py).</summary>
public class GoldenMailTests
{
    [Fact]
    public void Mails_ReadByAnotherParser_AreReadTheSame()
    {
        using var golden = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Golden", "mails.json")));
        var entries = golden.RootElement.EnumerateArray().ToList();

        Assert.Equal(96, entries.Count);
        Assert.All(entries, entry => AssertSame(entry.GetProperty("raw").GetBytesFromBase64(), entry.GetProperty("expected")));
    }

    private static void AssertSame(byte[] raw, JsonElement expected)
    {
        var outcome = MimeParser.Parse(raw);
        var mail = InboundMailReader.Read(outcome.Root!);

        Assert.Equal(MimeDefects.None, outcome.Defects);
        Assert.Equal(expected.GetProperty("subject").GetString(), mail.Subject);
        Assert.Equal(Pairs(expected.GetProperty("from")), Pairs([mail.From!]));
        Assert.Equal(Pairs(expected.GetProperty("to")), Pairs(mail.To));
        Assert.Equal(expected.GetProperty("date").GetDateTimeOffset(), mail.Date);
        Assert.Equal(expected.GetProperty("messageId").GetString(), mail.MessageId);
        Assert.Equal<IEnumerable<string?>>(Strings(expected.GetProperty("references")), mail.References);
        Assert.Equal(expected.GetProperty("text").GetString(), mail.Body.Text);
        Assert.Equal(Strings(expected.GetProperty("fileNames")).Select(n => n ?? "message.eml"), mail.Attachments.Select(a => a.FileName));
        Assert.Equal(
            Strings(expected.GetProperty("contents")),
            mail.Attachments.Where(a => a.MediaType != "message/rfc822").Select(a => Convert.ToBase64String(a.ReadContent().Span)));
    }

    private static List<string?> Strings(JsonElement list) => list.EnumerateArray().Select(e => e.GetString()).ToList();

    private static List<(string, string)> Pairs(JsonElement list) =>
        list.EnumerateArray().Select(p => (p[0].GetString()!, p[1].GetString()!)).ToList();

    private static List<(string, string)> Pairs(IEnumerable<Mailbox> list) => list.Select(m => (m.Name ?? "", m.Address)).ToList();
}
