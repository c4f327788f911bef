using System.Security.Cryptography;
using OmniChannel.Channels.Email.Gateways;
using OmniChannel.Channels.Email.Tests.Fakes;

namespace OmniChannel.Channels.Email.Tests.Gateways;

public sealed class VerifyTests : IDisposable
{
    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly ECDsa _other = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public void Dispose()
    {
        _key.Dispose();
        _other.Dispose();
    }

    [Theory]
    [InlineData(Sample.Credentials, null)]
    [InlineData("next:password", null)]
    [InlineData("hook:wrong", WebhookRejection.BadSignature)]
    [InlineData("hook:", WebhookRejection.BadSignature)]
    [InlineData("", WebhookRejection.BadSignature)]
    public void Postmark_Credentials_AnyOfTheList(string credentials, WebhookRejection? rejection)
    {
        var account = Sample.Account(EmailGateway.Postmark, o => o.WebhookCredentials = [Sample.Credentials, "next:password"]);
        var verdict = Sample.Channel.Verify(Sample.Post("{}", "application/json", Sample.Basic(credentials)), account);

        Assert.Equal((rejection is null, rejection), (verdict.IsAccepted, verdict.Rejection));
    }

    [Theory]
    [InlineData("", WebhookRejection.MissingSignature)]
    [InlineData("Bearer abc", WebhookRejection.MissingSignature)]
    [InlineData("Basic ***", WebhookRejection.BadSignature)]
    public void Postmark_OtherAuthorization_IsRefusedWithoutItsValue(string header, WebhookRejection rejection)
    {
        var verdict = Sample.Channel.Verify(Sample.Post("{}", "application/json", ("Authorization", header)), Sample.Account(EmailGateway.Postmark));

        Assert.Equal(rejection, verdict.Rejection);
        Assert.DoesNotContain(Sample.Credentials, verdict.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void None_AnyRequest_IsForbidden() => Assert.Equal(
        WebhookRejection.Forbidden,
        Sample.Channel.Verify(Sample.Post("{}", "application/json", Sample.Basic()), Sample.Account(EmailGateway.None)).Rejection);

    [Theory]
    [InlineData(0, null)]
    [InlineData(-300, null)]
    [InlineData(300, null)]
    [InlineData(-301, WebhookRejection.StaleTimestamp)]
    [InlineData(301, WebhookRejection.StaleTimestamp)]
    public void SendGrid_Signature_HoldsFiveMinutes(int seconds, WebhookRejection? rejection)
    {
        var verdict = Verify(Sample.Signed("[]", _key, Sample.Now.AddSeconds(seconds)), [PublicKey(_other), PublicKey(_key)]);

        Assert.Equal((rejection is null, rejection), (verdict.IsAccepted, verdict.Rejection));
    }

    [Fact]
    public void SendGrid_ForgedBodyTimeOrKey_IsRefused()
    {
        var good = Sample.Signed("[]", _key, Sample.Now);
        var signature = (SendGridSignature.SignatureHeader, good.Headers[SendGridSignature.SignatureHeader]);
        var timestamp = (SendGridSignature.TimestampHeader, good.Headers[SendGridSignature.TimestampHeader]);
        var later = (SendGridSignature.TimestampHeader, (Sample.Now.ToUnixTimeSeconds() + 1).ToString(System.Globalization.CultureInfo.InvariantCulture));

        Assert.Equal(WebhookRejection.BadSignature, Verify(Sample.Post("[ ]", "application/json", signature, timestamp), [PublicKey(_key)]).Rejection);
        Assert.Equal(WebhookRejection.BadSignature, Verify(Sample.Post("[]", "application/json", signature, later), [PublicKey(_key)]).Rejection);
        Assert.Equal(WebhookRejection.BadSignature, Verify(good, [PublicKey(_other)]).Rejection);
        Assert.Equal(WebhookRejection.BadSignature, Verify(Sample.Post("[]", "application/json", (signature.SignatureHeader, "AAAA"), timestamp), [PublicKey(_key)]).Rejection);
        Assert.Equal(WebhookRejection.BadSignature, Verify(Sample.Post("[]", "application/json", (signature.SignatureHeader, "no base 64"), timestamp), [PublicKey(_key)]).Rejection);
    }

    [Fact]
    public void SendGrid_MissingHeaders_AreRefused()
    {
        var signature = (SendGridSignature.SignatureHeader, Sample.Signed("[]", _key, Sample.Now).Headers[SendGridSignature.SignatureHeader]);

        Assert.Equal(WebhookRejection.MissingSignature, Verify(Sample.Post("[]"), [PublicKey(_key)]).Rejection);
        Assert.Equal(WebhookRejection.MissingSignature, Verify(Sample.Post("[]", "application/json", signature), [PublicKey(_key)]).Rejection);
    }

    [Fact]
    public void SendGrid_BadSignatureWithGoodCredentials_IsRefused()
    {
        var account = Sample.Account(EmailGateway.SendGrid, o => o.WebhookKeys = [PublicKey(_key)]);
        var forged = Sample.Post("[]", "application/json", Sample.Basic(), (SendGridSignature.SignatureHeader, "AAAA"), (SendGridSignature.TimestampHeader, "1"));

        Assert.Equal(WebhookRejection.BadSignature, Sample.Channel.Verify(forged, account).Rejection);
        Assert.True(Sample.Channel.Verify(Sample.Post("[]", "application/json", Sample.Basic()), account).IsAccepted);
        Assert.True(Sample.Channel.Verify(Sample.Signed("[]", _key, Sample.Now), account).IsAccepted);
    }

    [Fact]
    public void IsKey_KeysOfOtherCurvesAndJunk_AreNone()
    {
        using var p384 = ECDsa.Create(ECCurve.NamedCurves.nistP384);

        Assert.True(SendGridSignature.IsKey(PublicKey(_key)));
        Assert.False(SendGridSignature.IsKey(PublicKey(p384)));
        Assert.False(SendGridSignature.IsKey("AAAA"));
        Assert.False(SendGridSignature.IsKey("-----BEGIN PUBLIC KEY-----"));
    }

    private static WebhookVerdict Verify(WebhookRequest request, string[] keys) => Sample.Channel.Verify(
        request, Sample.Account(EmailGateway.SendGrid, o => (o.WebhookKeys, o.WebhookCredentials) = (keys, [])));

    private static string PublicKey(ECDsa key) => Convert.ToBase64String(key.ExportSubjectPublicKeyInfo());
}
