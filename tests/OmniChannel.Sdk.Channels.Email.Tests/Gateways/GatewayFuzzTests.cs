using System.Text;
using FsCheck;
using FsCheck.Fluent;
using OmniChannel.Channels.Email.Tests.Fakes;

namespace OmniChannel.Channels.Email.Tests.Gateways;

public class GatewayFuzzTests
{
    private static readonly string[] Words =
    [
        "From: a@b.example\r\n", "From:", "Message-ID: <x@y>\r\n", "\r\n", "\r\n\r\n", "--xYzZY\r\n", "--xYzZY--\r\n", "\"", "{", "}", "[", "]", ":", ",", "null",
        "Content-Disposition: form-data; name=\"email\"\r\n\r\n", "Content-Disposition: form-data; name=\"dkim\"\r\n\r\n{@b.example : pass}\r\n", "\u0000", "é",
        "\"RecordType\"", "\"Headers\"", "\"RawEmail\"", "\"event\"", "\"bounce\"", "Content-Type: multipart/report; boundary=q\r\n", "--q\r\n", "=?utf-8?B?", "7",
    ];

    /// <summary>Any body gives events with a key and a place, or is malformed; and all of it again gives the same keys.</summary>
    [Fact]
    public void Parse_AnyBody_IsTotalAndRepeatable()
    {
        var bodies = Gen.Elements(Words).ListOf().Select(w => string.Concat(w));
        var types = Gen.Elements("application/json", "multipart/form-data; boundary=xYzZY", "text/plain", "");
        var gateways = Gen.Elements(EmailGateway.Postmark, EmailGateway.SendGrid);
        var cases = from b in bodies from t in types from g in gateways select (b, t, g);
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(TestScale.Times(300)), Prop.ForAll(cases.ToArbitrary(), c =>
        {
            var first = Keys(c.b, c.t, c.g);
            Assert.Equal(first, Keys(c.b, c.t, c.g));
        }));
    }

    private static List<string>? Keys(string body, string type, EmailGateway gateway)
    {
        try
        {
            var events = Sample.Channel.Parse(Sample.Post(Encoding.UTF8.GetBytes(body), type), Sample.Account(gateway));
            Assert.All(events, e => Assert.True(e.DedupeKey.Length is > 8 and < 300 && (e is not MessageReceived m || (m.Content.Count > 0 && m.Sender.Length > 0))));
            return [.. events.Select(e => e.DedupeKey)];
        }
        catch (MalformedWebhookException)
        {
            return null;
        }
    }
}
