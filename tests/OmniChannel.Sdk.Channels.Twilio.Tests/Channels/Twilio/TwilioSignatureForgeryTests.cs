using System.Text;
using OmniChannel.Fakes;

namespace OmniChannel.Channels.Twilio;

public class TwilioSignatureForgeryTests
{
    private static readonly WebhookRequest Valid = Sample.Post(
        Sample.SmsUrl,
        ("MessageSid", Sample.MessageSid), ("AccountSid", Sample.AccountSid), ("From", Sample.Customer), ("To", Sample.Shop),
        ("Body", "Where is order 4711? 😀 まだです"), ("NumMedia", "0"), ("SmsStatus", "received"), ("ApiVersion", "2010-04-01"));

    private static int BodyFlips => Sample.Scale >= 1 ? 1000 * Sample.Scale : 250;

    [Fact]
    public void Verify_AnyBitOfTheSignatureFlipped_Refuses()
    {
        var signature = Valid.Headers["X-Twilio-Signature"];
        for (var i = 0; i < signature.Length; i++)
        {
            for (var bit = 0; bit < 8; bit++)
            {
                var forged = signature.ToCharArray();
                forged[i] = (char)(forged[i] ^ (1 << bit));
                Assert.False(Accepts(With(Valid, signature: new string(forged))), $"character {i}, bit {bit}");
            }
        }
    }

    [Fact]
    public void Verify_AnyBitOfTheBodyFlipped_RefusesUnlessTheFormSaysTheSame()
    {
        var random = new Random(20260301);
        var body = Valid.Body.ToArray();
        var refused = 0;
        for (var n = 0; n < BodyFlips; n++)
        {
            var position = n < body.Length ? n : random.Next(body.Length);
            var flipped = (byte[])body.Clone();
            flipped[position] ^= (byte)(1 << random.Next(8));
            var request = With(Valid, body: flipped);
            if (!Accepts(request))
            {
                refused++;
                continue;
            }

            // "%2b" is "%2B": the letter case of an escape is no part of what was said, and the vendor signs what was said.
            Assert.Equal(Valid.Form().Fields.AsEnumerable(), request.Form().Fields);
        }

        Assert.InRange(refused, BodyFlips * 9 / 10, BodyFlips);
    }

    [Fact]
    public void Verify_AnyCharacterOfTheAddressFlipped_Refuses()
    {
        var url = Sample.VoiceUrl + "?event=gather&step=3";
        var request = Sample.Post(new(url), ("CallSid", Sample.CallSid), ("Digits", "1"));
        Assert.True(Accepts(request));
        for (var i = "https://shop.example".Length; i < url.Length; i++)
        {
            var forged = url.ToCharArray();
            forged[i] = forged[i] == 'x' ? 'y' : 'x';
            Assert.False(Accepts(With(request, url: new(new string(forged)))), $"character {i}");
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("=")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAA=")]
    [InlineData("sha1=AAAAAAAAAAAAAAAAAAAAAAAAAAA=")]
    [InlineData("not base 64 at all")]
    [InlineData("\u00e9\u3042\ud83d\ude00")]
    public void Verify_MadeUpSignature_Refuses(string signature) => Assert.False(Accepts(With(Valid, signature: signature)));

    [Fact]
    public void Verify_ValidSignatureInAnotherSpelling_Refuses()
    {
        var signature = Valid.Headers["X-Twilio-Signature"];
        string[] spellings = [signature + " ", " " + signature, signature.TrimEnd('='), signature + "=", signature + signature, signature[..14] + "\n" + signature[14..], signature.ToLowerInvariant() + "!"];

        Assert.All(spellings, s => Assert.False(Accepts(With(Valid, signature: s))));
    }

    [Fact]
    public void Verify_LongerSignatureOfAnotherAlgorithm_Refuses()
    {
        var data = Encoding.UTF8.GetBytes(Sample.SmsUrl.OriginalString);
        var signature = Convert.ToBase64String(System.Security.Cryptography.HMACSHA256.HashData(Encoding.UTF8.GetBytes(Sample.Token), data));

        Assert.False(Accepts(Sample.Raw("GET", Sample.SmsUrl, "", "", signature)));
    }

    [Fact]
    public void Verify_FieldAddedOrRemoved_Refuses()
    {
        Assert.False(Accepts(With(Valid, body: [.. Valid.Body.ToArray(), .. "&OptOutType=START"u8])));
        Assert.False(Accepts(With(Valid, body: Valid.Body.ToArray()[..^24])));
    }

    private static bool Accepts(WebhookRequest request) => TwilioSignature.Verify(request, [Sample.Token]).IsAccepted;

    private static WebhookRequest With(WebhookRequest request, byte[]? body = null, string? signature = null, Uri? url = null) => new()
    {
        Method = request.Method,
        Url = url ?? request.Url,
        Query = request.Query,
        Headers = new(Sample.Fields(("Content-Type", request.Headers["Content-Type"]), ("X-Twilio-Signature", signature ?? request.Headers["X-Twilio-Signature"]))),
        Body = body ?? request.Body,
        ReceivedAt = request.ReceivedAt,
    };
}
