using OmniChannel.Fakes;

namespace OmniChannel.Channels.Twilio;

public class TwilioSignatureTests
{
    private const string VendorUrl = "https://mycompany.com/myapp.php?foo=1&bar=2";
    private const string VendorBody = "{\"property\": \"value\", \"boolean\": true}";
    private const string VendorHash = "0a1ff7634d9ab3b95db5c9a2dfe9416e41502b283a80c7cf19632632f96e6620";

    private static readonly KeyValuePair<string, string>[] VendorForm = Sample.Fields(
        ("CallSid", "CA1234567890ABCDE"), ("From", "+14158675309"), ("Digits", "1234"), ("To", "+18005551212"), ("Caller", "+14158675309"));

    // The vectors that the vendor publishes with its libraries; the token is 12345.
    [Theory]
    [InlineData("https://mycompany.com/myapp.php?foo=1&bar=2", "RSOYDt4T1cUTdK1PDd93/VVr8B8=")]
    [InlineData("https://MyCompany.com/myapp.php?foo=1&bar=2", "g9IN/x4Cft2g517EjYvEvM/W7LU=")]
    [InlineData("https://MyCompany.com:1234/myapp.php?foo=1&bar=2", "PCqOZm8cnu/L6+u5i5fuEd+Iac4=")]
    [InlineData("http://MyCompany.com/myapp.php?foo=1&bar=2", "XY7AlKOKL6im4yWyX84gldUrtis=")]
    [InlineData("http://username:password@MyCompany.com/myapp.php?foo=1&bar=2", "PJ08CxXr7KLPjEQCTc8LkUSMwSM=")]
    [InlineData("HTTP://username:password@MyCompany.com/myapp.php?foo=1&bar=2", "hy/l8pca+LFms4cvRdv8uiP6NGc=")]
    [InlineData("http://Username:Password@MyCompany.com/myapp.php?foo=1&bar=2", "SkTSKyDJH9kUlhItI0slbgZ1UsI=")]
    [InlineData("https://mycompany.com:1234/myapp.php?foo=1&bar=2", "RSOYDt4T1cUTdK1PDd93/VVr8B8=")]
    [InlineData("http://mycompany.com:1234/myapp.php?foo=1&bar=2", "Zmvh+3yNM1Phv2jhDCwEM3q5ebU=")]
    [InlineData("https://mycompany.com/myapp.php?foo=1&bar=2", "kvajT1Ptam85bY51eRf/AJRuM3w=")]
    [InlineData("http://mycompany.com/myapp.php?foo=1&bar=2", "0ZXoZLH/DfblKGATFgpif+LLRf4=")]
    [InlineData("https://mycompany.com:1234/myapp.php?foo=1&bar=2", "CYn1h0gLBdNxDGkKJg6hYohgeD8=")]
    public void Verify_VendorVector_Accepts(string url, string signature)
    {
        var request = Form(url, signature, VendorForm);

        Assert.True(TwilioSignature.Verify(request, ["12345"]).IsAccepted);
    }

    [Theory]
    [InlineData(VendorUrl + "&bodySHA256=" + VendorHash, "a9nBmqA0ju/hNViExpshrM61xv4=")]
    [InlineData("https://mycompany.com/myapp.php?bodySHA256=" + VendorHash, "y77kIzt2vzLz71DgmJGsen2scGs=")]
    public void Verify_VendorVectorWithJsonBody_Accepts(string url, string signature)
    {
        var request = Sample.Raw("POST", new(url), VendorBody, "application/json", signature);

        Assert.True(TwilioSignature.Verify(request, ["12345"]).IsAccepted);
    }

    [Theory]
    [InlineData("https://other.com/myapp.php?foo=1&bar=2")]
    [InlineData("https://other.com:1234/myapp.php?foo=1&bar=2")]
    [InlineData("http://mycompany.com/myapp.php?foo=1&bar=2")]
    [InlineData("https://mycompany.com/myapp.php?foo=1&bar=3")]
    [InlineData("https://mycompany.com/myapp.php?bar=2&foo=1")]
    [InlineData("https://mycompany.com/myapp.php")]
    [InlineData("https://mycompany.com/MyApp.php?foo=1&bar=2")]
    [InlineData("https://mycompany.com.example/myapp.php?foo=1&bar=2")]
    public void Verify_SignedForAnotherAddress_Refuses(string url)
    {
        var request = Form(url, "RSOYDt4T1cUTdK1PDd93/VVr8B8=", VendorForm);

        Assert.Equal(WebhookRejection.BadSignature, TwilioSignature.Verify(request, ["12345"]).Rejection);
    }

    [Fact]
    public void Verify_ParametersInAnotherOrder_Accepts()
    {
        var request = Form(VendorUrl, "RSOYDt4T1cUTdK1PDd93/VVr8B8=", [.. VendorForm.Reverse()]);

        Assert.True(TwilioSignature.Verify(request, ["12345"]).IsAccepted);
    }

    [Fact]
    public void Verify_ParameterNamesSortedByCodeUnit_Accepts()
    {
        var fields = Sample.Fields(("b", "1"), ("B", "2"), ("a", "3"), ("_", "4"));
        var request = Form(VendorUrl, TwilioSignature.Sign("12345", VendorUrl + "B2_4a3b1", []), fields);

        Assert.True(TwilioSignature.Verify(request, ["12345"]).IsAccepted);
    }

    [Fact]
    public void Verify_RepeatedParameter_SignsEachValueOnce()
    {
        var request = Form(VendorUrl, TwilioSignature.Sign("12345", VendorUrl + "Media1Media2", []), Sample.Fields(("Media", "2"), ("Media", "1"), ("Media", "2")));

        Assert.True(TwilioSignature.Verify(request, ["12345"]).IsAccepted);
    }

    [Fact]
    public void Verify_Get_CoversTheQueryOnly()
    {
        const string url = "https://shop.example/hook?From=%2B819012345678&Body=%E3%81%82";
        var request = Sample.Raw("GET", new(url), "", "", TwilioSignature.Sign("12345", url, []));

        Assert.True(TwilioSignature.Verify(request, ["12345"]).IsAccepted);
    }

    [Fact]
    public void Verify_Utf8Form_Accepts()
    {
        var request = Sample.Post(Sample.SmsUrl, ("Body", "まだ届きません 😀"), ("From", Sample.Customer));

        Assert.True(TwilioSignature.Verify(request, [Sample.Token]).IsAccepted);
    }

    [Theory]
    [InlineData(Sample.Token, true)]
    [InlineData(Sample.NextToken, true)]
    [InlineData("token-of-another-tenant", false)]
    [InlineData("", false)]
    public void Verify_TokensInRotation_AcceptsEachOfThem(string signedWith, bool accepted)
    {
        var request = Sample.Post(Sample.SmsUrl, signedWith, Sample.Fields(("Body", "a")));

        Assert.Equal(accepted, TwilioSignature.Verify(request, [Sample.Token, Sample.NextToken, ""]).IsAccepted);
    }

    [Fact]
    public void Verify_NoHeader_RefusesWithoutThrowing()
    {
        var request = Sample.Raw("POST", Sample.SmsUrl, "Body=a", "application/x-www-form-urlencoded", null);

        Assert.Equal(WebhookRejection.MissingSignature, TwilioSignature.Verify(request, [Sample.Token]).Rejection);
    }

    [Theory]
    [InlineData("Body=%FF%FE", "application/x-www-form-urlencoded")]
    [InlineData("--x\r\n", "multipart/form-data; boundary=x")]
    [InlineData("{\"Body\":\"a\"}", "application/json")]
    [InlineData("Body=a", "")]
    [InlineData("Body=a", "text/plain")]
    public void Verify_BodyThatNothingCovers_Refuses(string body, string contentType)
    {
        var request = Sample.Raw("POST", Sample.SmsUrl, body, contentType, TwilioSignature.Sign(Sample.Token, Sample.SmsUrl.OriginalString, []));

        Assert.Equal(WebhookRejection.BadSignature, TwilioSignature.Verify(request, [Sample.Token]).Rejection);
    }

    [Fact]
    public void Verify_TooManyFields_Refuses()
    {
        var request = Sample.Post(Sample.SmsUrl, Sample.Token, [.. Enumerable.Range(0, 1001).Select(i => new KeyValuePair<string, string>("f" + i, ""))]);

        Assert.Equal(WebhookRejection.BadSignature, TwilioSignature.Verify(request, [Sample.Token]).Rejection);
    }

    [Fact]
    public void Verify_ReSerialisedJson_Refuses()
    {
        const string url = VendorUrl + "&bodySHA256=" + VendorHash;
        var request = Sample.Raw("POST", new(url), VendorBody.Replace(" ", "", StringComparison.Ordinal), "application/json", "a9nBmqA0ju/hNViExpshrM61xv4=");

        Assert.False(TwilioSignature.Verify(request, ["12345"]).IsAccepted);
    }

    [Fact]
    public void Verify_Refusal_NamesNoSecretAndNoSignature()
    {
        var request = Sample.Post(Sample.SmsUrl, "another", Sample.Fields(("From", Sample.Customer)));
        var detail = TwilioSignature.Verify(request, [Sample.Token]).Detail;

        Assert.DoesNotContain(Sample.Token, detail, StringComparison.Ordinal);
        Assert.DoesNotContain(request.Headers["X-Twilio-Signature"], detail, StringComparison.Ordinal);
    }

    private static WebhookRequest Form(string url, string signature, IReadOnlyList<KeyValuePair<string, string>> fields) =>
        Sample.Raw("POST", new(url), Sample.Encode(fields), "application/x-www-form-urlencoded", signature);
}
