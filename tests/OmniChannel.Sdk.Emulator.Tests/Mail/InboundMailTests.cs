using System.Text;
using System.Text.Json;

namespace OmniChannel.Mail;

public sealed class InboundMailTests
{
    [Fact]
    public async Task Compose_PostsPostmarksDocumentWithBasicAuthentication()
    {
        await using var shop = await Shop.StartAsync();
        await shop.Emulator.ComposeMailAsync(new() { From = "mika@example.jp", FromName = "佐藤美香", Subject = "サイズ", Text = "交換できますか？" });
        var request = Assert.Single(shop.Requests);
        using var json = JsonDocument.Parse(request.Http.Body);
        var mail = json.RootElement;
        Assert.Equal("Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes("postmark:pass")), request.Http.Headers["Authorization"]);
        Assert.Equal("mika@example.jp", mail.GetProperty("FromFull").GetProperty("Email").GetString());
        Assert.Equal(Shop.Address, mail.GetProperty("ToFull")[0].GetProperty("Email").GetString());
        Assert.Equal(("サイズ", "交換できますか？"), (mail.GetProperty("Subject").GetString(), mail.GetProperty("TextBody").GetString()));
        Assert.StartsWith("Pass ", Header(mail, "Received-SPF"), StringComparison.Ordinal);
        Assert.Contains("dkim=pass header.d=example.jp", Header(mail, "Authentication-Results"), StringComparison.Ordinal);
        Assert.Equal("received", Assert.Single(shop.Emulator.Snapshot.Mails).Status);
    }

    [Fact]
    public async Task Reply_StaysInTheThread()
    {
        await using var shop = await Shop.StartAsync();
        using (var client = new System.Net.Mail.SmtpClient(shop.Emulator.SmtpHost, shop.Emulator.SmtpPort))
        using (var message = new System.Net.Mail.MailMessage("help@shop.example", "mika@example.jp", "Order", "Hi"))
        {
            message.Headers.Add("Message-ID", "<b2@shop.example>");
            message.Headers.Add("References", "<a1@x.example>");
            message.ReplyToList.Add("help+c7@shop.example");
            await client.SendMailAsync(message);
        }

        var mail = await shop.Emulator.WaitForMailAsync("mika@example.jp").WaitAsync(TestTimeouts.Default);
        await shop.Emulator.ReplyToMailAsync(mail.Id, "Thanks");
        using var json = JsonDocument.Parse(Assert.Single(shop.Requests).Http.Body);
        Assert.Equal("<b2@shop.example>", Header(json.RootElement, "In-Reply-To"));
        Assert.Equal("<a1@x.example> <b2@shop.example>", Header(json.RootElement, "References"));
        Assert.Equal(("Re: Order", "c7"), (json.RootElement.GetProperty("Subject").GetString(), json.RootElement.GetProperty("MailboxHash").GetString()));
    }

    [Fact]
    public async Task Compose_ToAnotherAddress_IsRefused()
    {
        await using var shop = await Shop.StartAsync();
        await Assert.ThrowsAsync<InvalidOperationException>(
            () => shop.Emulator.ComposeMailAsync(new() { From = "mika@example.jp", To = "else@where.example", Text = "Hi" }));
    }

    private static string Header(JsonElement mail, string name) => mail.GetProperty("Headers").EnumerateArray()
        .First(h => h.GetProperty("Name").GetString() == name).GetProperty("Value").GetString()!;
}
