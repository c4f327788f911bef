using System.Security.Cryptography;
using System.Text;
using OmniChannel.Webhooks;

namespace OmniChannel.Webhooks;

public sealed class WebhookSignatureTests
{
    private static readonly byte[] Data = "the body"u8.ToArray();

    [Fact]
    public void Hmac_OfEitherKey_IsAccepted()
    {
        var signature = Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes("new"), Data));
        Assert.True(WebhookSignature.HmacSha256Hex(["old", "new"], Data, signature));
        Assert.True(WebhookSignature.HmacSha256Base64(["old", "new"], Data, Convert.ToBase64String(Convert.FromHexString(signature))));
        Assert.False(WebhookSignature.HmacSha256Base64(["old"], Data, Convert.ToBase64String(Convert.FromHexString(signature))));
        Assert.True(WebhookSignature.HmacSha256Hex(["old", "new"], Data, "sha256=" + signature, "sha256="));
        Assert.False(WebhookSignature.HmacSha256Hex(["old"], Data, signature));
        Assert.False(WebhookSignature.HmacSha256Hex([""], Data, signature));
    }

    [Theory]
    [InlineData("")]
    [InlineData("zz")]
    [InlineData("00")]
    public void Hmac_OfNonsense_IsRefused(string signature) => Assert.False(WebhookSignature.HmacSha256Hex(["key"], Data, signature));

    [Fact]
    public void Secret_IsComparedWhole()
    {
        Assert.True(WebhookSignature.SecretEquals(["one", "two"], "two"));
        Assert.False(WebhookSignature.SecretEquals(["one", "two"], "tw"));
        Assert.False(WebhookSignature.SecretEquals([""], ""));
    }
}
