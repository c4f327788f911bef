using System.Diagnostics;
using System.Text;
using System.Text.Json;
using OmniChannel.Channels.Email.Mime;

namespace OmniChannel.Channels.Email.Tests.Mime;

public class MimeFuzzTests
{
    private const int Seed = 20260503;

    private static readonly string[] Tokens =
    [
        "\r\n", "\n", "\r", "\r\n\r\n", "--", "--b", "--b--", "boundary=", "boundary=\"b", "Content-Type: multipart/mixed; boundary=b\r\n",
        "Content-Type: message/rfc822\r\n", "Content-Type: multipart/report; boundary=b\r\n", "Content-Type: message/delivery-status\r\n\r\n",
        "Content-Type: text/html\r\n", "Content-Transfer-Encoding: base64\r\n", "Content-Transfer-Encoding: quoted-printable\r\n", "=?utf-8?B?",
        "=?iso-2022-jp?Q?=1B$B", "?=", "=?x?q?", "filename*0*=", "filename*1=", "utf-8''%", "(", ")", "\"", "<", ">", "@", ",", ";", ":", "\\", "=",
        "=\r\n", "\0", "\u001b$B", "\u001b(B", "&#", "&amp;", "<a href=\"", "<!--", "-->", "<script>", "</", "<blockquote>", "From: ", "References: <",
        "Final-Recipient: ", "format=flowed; delsp=yes", "> ", "On 3 May 2026 wrote:", "From: a\nTo: b\nSubject: c", "\ud83d\ude42", "9999", "-1400",
    ];

    [Fact]
    public void Parser_MutatedMails_NeverThrowsAndStaysFast()
    {
        var random = new Random(Seed);
        var corpus = Corpus();
        var count = TestScale.Times(20_000);
        var slowest = TimeSpan.Zero;
        for (var i = 0; i < count; i++)
        {
            var input = Mutate(corpus, random);
            var start = Stopwatch.GetTimestamp();
            try
            {
                ReadEverything(input);
            }
            catch (Exception e)
            {
                Assert.Fail($"Input {i} of seed {Seed}: {e}\n{Convert.ToBase64String(input)}");
            }

            var elapsed = Stopwatch.GetElapsedTime(start);
            slowest = elapsed > slowest ? elapsed : slowest;
            if (input.Length < 4096 && corpus.Count < 2000 && i % 50 == 0)
            {
                corpus.Add(input);
            }
        }

        // the goal is 50 ms; a busy machine gets more, a superlinear parser would need minutes
        Assert.True(slowest < TimeSpan.FromSeconds(2), $"slowest input took {slowest}");
    }

    public static TheoryData<string> Bombs() =>
    [
        "Subject: |=?utf-8?B?", "Subject: |=?a?q?", "Subject: |=?", "From: |(", "From: |\"", "From: |<", "From: |a@b,", "From: |=?a?b?,(",
        "Subject: |Re:", "References: |<", "References: |<a>", "Content-Type: a/b|;x*0=y", "Content-Type: a/b|;(", "Content-Type: a/b; boundary=\"|\\",
        "\r\n|<a ", "Content-Type: text/html\r\n\r\n|<a b='", "Content-Type: text/html\r\n\r\n|<a/b=", "Content-Type: text/html\r\n\r\n|<a x=\"<a\" ", "Content-Type: text/html\r\n\r\n|<!--",
        "Content-Type: text/html\r\n\r\n|</", "Content-Type: text/html\r\n\r\n<script>|</s ", "Content-Type: text/html\r\n\r\n|<blockquote>x<br>",
        "Content-Type: text/html\r\n\r\n|<a href=http://x>y</a>", "Content-Type: text/html\r\n\r\n|&#x1F;", "Content-Type: text/html\r\n\r\n|<pre>\n",
        "Content-Type: multipart/mixed; boundary=b\r\n\r\n|--b\r\n", "Content-Type: multipart/mixed; boundary=b\r\n\r\n|--b", "\r\n|> ", "\r\n|>",
        "\r\n|On 3 May 2026 ", "\r\n|On 3\n", "\r\n|From: a\n", "\r\n|wrote:\n", "\r\n|2026\n", "Content-Type: text/plain; format=flowed\r\n\r\n|a \n",
        "Content-Transfer-Encoding: base64\r\n\r\n|=", "Content-Transfer-Encoding: quoted-printable\r\n\r\n|=\r\n", "|A: b\r\n", "A: b\r\n| c\r\n",
        "Content-Type: text/plain; charset=iso-2022-jp\r\n\r\n|\u001b$B!",
    ];

    [Theory]
    [MemberData(nameof(Bombs))]
    public void Parser_RepeatedPattern_TakesLinearTime(string pattern)
    {
        var parts = pattern.Split('|');
        var text = new StringBuilder(parts[0]);
        while (text.Length < 250_000)
        {
            text.Append(parts[1]);
        }

        var start = Stopwatch.GetTimestamp();
        ReadEverything(Encoding.UTF8.GetBytes(text.ToString()));

        // linear work takes milliseconds here; quadratic work over 250,000 characters takes far longer than this
        Assert.InRange(Stopwatch.GetElapsedTime(start), TimeSpan.Zero, TimeSpan.FromSeconds(3));
    }

    private static void ReadEverything(byte[] input)
    {
        var limits = new MimeLimits { MaxHeaderBytes = 300_000, MaxHeaders = 100_000 };
        var outcome = MimeParser.Parse(input, limits);
        Assert.Equal(outcome.IsParsed, outcome.Refusal is MimeRefusal.None);
        if (!outcome.IsParsed)
        {
            return;
        }

        var mail = InboundMailReader.Read(outcome.Root, limits);
        Assert.DoesNotContain(mail.Subject, char.IsControl);
        Assert.All(mail.Attachments, a => Assert.DoesNotContain('/', a.FileName));
        var split = QuotedReplySplitter.Split(mail.Body.Text);
        Assert.Equal(mail.Body.Text, split.Original);
        _ = ReplyThread.Subject(mail.Subject);
        _ = HtmlText.Reduce(mail.Body.Text);
        foreach (var attachment in mail.Attachments)
        {
            _ = attachment.ReadContent();
        }
    }

    private static byte[] Mutate(List<byte[]> corpus, Random random)
    {
        var bytes = corpus[random.Next(corpus.Count)].ToList();
        for (var edits = random.Next(1, 8); edits > 0; edits--)
        {
            var at = random.Next(bytes.Count + 1);
            switch (random.Next(6))
            {
                case 0 when at < bytes.Count:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 1:
                    bytes.InsertRange(at, Encoding.UTF8.GetBytes(Tokens[random.Next(Tokens.Length)]));
                    break;
                case 2:
                    bytes.RemoveRange(at, Math.Min(random.Next(40), bytes.Count - at));
                    break;
                case 3:
                    bytes.InsertRange(at, bytes.GetRange(at, Math.Min(random.Next(200), bytes.Count - at)));
                    break;
                case 4:
                    var other = corpus[random.Next(corpus.Count)];
                    bytes.InsertRange(at, other.Take(random.Next(Math.Min(other.Length, 500))));
                    break;
                default:
                    bytes.InsertRange(at, Enumerable.Repeat(Encoding.UTF8.GetBytes(Tokens[random.Next(Tokens.Length)]), random.Next(30)).SelectMany(b => b));
                    break;
            }
        }

        return [.. bytes.Take(4096)];
    }

    private static List<byte[]> Corpus()
    {
        using var golden = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Golden", "mails.json")));
        var corpus = golden.RootElement.EnumerateArray().Select(e => e.GetProperty("raw").GetBytesFromBase64()).ToList();
        corpus.Add(Mails.Bytes("Content-Type: multipart/report; boundary=b\n\n--b\n\nx\n--b\nContent-Type: message/delivery-status\n\nFinal-Recipient: rfc822; a@b\nAction: failed\nStatus: 5.1.1\n\n--b--"));
        corpus.Add(Mails.Bytes("Content-Type: text/html; charset=shift_jis\n\n<p>a<a href=\"https://x\">b</a><blockquote>c</blockquote>"));
        return corpus;
    }
}
