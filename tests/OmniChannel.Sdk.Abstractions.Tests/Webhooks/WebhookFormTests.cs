using System.Text;
using OmniChannel.Webhooks;

namespace OmniChannel.Webhooks;

public sealed class WebhookFormTests
{
    [Fact]
    public void Form_UrlEncoded_IsDecoded()
    {
        var form = Request("application/x-www-form-urlencoded", "Body=a+b%26c&From=%2B8190&Empty=&Flag").Form();
        Assert.Equal(("a b&c", "+8190", "", ""), (form["body"], form["From"], form["Empty"], form["Missing"]));
        Assert.True(form.Fields.Contains("Flag"));
    }

    [Fact]
    public void Form_Multipart_GivesFieldsAndFiles()
    {
        var body = "--x\r\nContent-Disposition: form-data; name=\"text\"\r\n\r\nこんにちは\r\n--x\r\n"
            + "Content-Disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\nContent-Type: text/plain\r\n\r\nhello\r\n--x--\r\n";
        var form = Request("multipart/form-data; boundary=x", body).Form();
        Assert.Equal("こんにちは", form["text"]);
        var file = Assert.Single(form.Files);
        Assert.Equal(("file", "a.txt", "hello"), (file.Field, file.FileName, Encoding.UTF8.GetString(file.Content.Span)));
    }

    [Fact]
    public void Form_ContentThatLooksLikeTheBoundary_IsContent()
    {
        var body = "--x\r\nContent-Disposition: form-data; name=\"text\"\r\n\r\na --x b\r\n--xy\r\nc\r\n--x--\r\n";
        Assert.Equal("a --x b\r\n--xy\r\nc", Request("multipart/form-data; boundary=x", body).Form()["text"]);
    }

    [Theory]
    [InlineData("text/plain", "a=b")]
    [InlineData("multipart/form-data", "--x--")]
    [InlineData("multipart/form-data; boundary=x", "--x\r\nno headers")]
    [InlineData("application/x-www-form-urlencoded", "a=%ff")]
    public void Form_Malformed_SaysSo(string contentType, string body) =>
        Assert.Throws<MalformedWebhookException>(() => Request(contentType, body).Form());

    [Fact]
    public void Json_TooDeep_SaysSo() =>
        Assert.Throws<MalformedWebhookException>(() => Request("application/json", new string('[', 40) + new string(']', 40)).Json());

    private static WebhookRequest Request(string contentType, string body) => new()
    {
        Method = "POST",
        Url = new("https://shop.example/omni/channels/sms/main"),
        Headers = new([new("Content-Type", contentType)]),
        Body = Encoding.UTF8.GetBytes(body),
        ReceivedAt = DateTimeOffset.UnixEpoch,
    };
}
