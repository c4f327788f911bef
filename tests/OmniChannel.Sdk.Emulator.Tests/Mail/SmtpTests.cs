using System.Net.Sockets;
using System.Text;

namespace OmniChannel.Mail;

public sealed class SmtpTests
{
    private const string Mail =
        "From: =?utf-8?B?44K344On44OD44OX?= <help@shop.example>\r\nTo: mika@example.jp\r\nSubject: =?utf-8?B?6KqN6Ki8?=\r\n =?utf-8?B?44Kz44O844OJ?=\r\n"
        + "Message-ID: <a1@shop.example>\r\nReferences: <r0@example.jp>\r\nContent-Type: text/plain; charset=utf-8\r\n"
        + "Content-Transfer-Encoding: base64\r\n\r\n44Kz44O844OJOiA0ODI5MTMK\r\n";

    [Fact]
    public async Task Mail_OfTheApplication_IsKeptForItsRecipient()
    {
        await using var shop = await Shop.StartAsync();
        using var client = await ConnectAsync(shop);
        Assert.Equal("250", await SubmitAsync(client, Mail));
        var mail = await shop.Emulator.WaitForMailAsync("Mika@example.jp").WaitAsync(TestTimeouts.Default);
        Assert.Equal(("ショップ", "認証コード", "コード: 482913", "482913"), (mail.FromName, mail.Subject, mail.Text, mail.Code));
        Assert.Equal(("a1@shop.example", "help@shop.example"), (mail.MessageId, mail.ReplyTo));
    }

    [Fact]
    public async Task Dots_AtTheBeginningOfALine_AreUnstuffed()
    {
        await using var shop = await Shop.StartAsync();
        using var client = await ConnectAsync(shop);
        await SubmitAsync(client, "Subject: x\r\n\r\n..one\r\n...two\r\n");
        Assert.Equal(".one\n..two", (await shop.Emulator.WaitForMailAsync("mika@example.jp").WaitAsync(TestTimeouts.Default)).Text);
    }

    [Fact]
    public async Task Commands_OutOfOrder_AreRefused()
    {
        await using var shop = await Shop.StartAsync();
        using var client = await ConnectAsync(shop);
        Assert.Equal("503", await AskAsync(client, "MAIL FROM:<a@b.example>"));
        await AskAsync(client, "EHLO test");
        Assert.Equal("503", await AskAsync(client, "RCPT TO:<a@b.example>"));
        Assert.Equal("503", await AskAsync(client, "DATA"));
        Assert.Equal("502", await AskAsync(client, "BDAT 5"));
    }

    [Fact]
    public async Task Size_OverTheLimit_IsRefused()
    {
        await using var shop = await Shop.StartAsync(o => o.MaxMailBytes = 100);
        using var client = await ConnectAsync(shop);
        Assert.Equal("552", await SubmitAsync(client, new string('a', 200) + "\r\n"));
        Assert.Equal("552", await AskAsync(client, "MAIL FROM:<a@b.example> SIZE=101"));
        Assert.Empty(shop.Emulator.Snapshot.Mails);
    }

    [Theory]
    [InlineData("AHVzZXIAc2VjcmV0", "235")]
    [InlineData("AHVzZXIAd3Jvbmc=", "535")]
    [InlineData("!", "501")]
    public async Task Auth_WhereItIsWanted_IsChecked(string plain, string code)
    {
        await using var shop = await Shop.StartAsync(o => (o.SmtpUserName, o.SmtpPassword) = ("user", "secret"));
        using var client = await ConnectAsync(shop);
        await AskAsync(client, "EHLO test");
        Assert.Equal("530", await AskAsync(client, "MAIL FROM:<a@b.example>"));
        Assert.Equal(code, await AskAsync(client, "AUTH PLAIN " + plain));
        Assert.Equal(code == "235" ? "250" : "530", await AskAsync(client, "MAIL FROM:<a@b.example>"));
    }

    [Fact]
    public async Task Unavailable_RefusesForNow()
    {
        await using var shop = await Shop.StartAsync();
        await shop.Emulator.SetSwitchesAsync(new() { Mail = EmulatedOutage.Unavailable });
        using var client = await ConnectAsync(shop);
        await AskAsync(client, "EHLO test");
        Assert.Equal("451", await AskAsync(client, "MAIL FROM:<a@b.example>"));
    }

    [Fact]
    public async Task Ambiguous_TakesTheMailAndHangsUp()
    {
        await using var shop = await Shop.StartAsync();
        await shop.Emulator.SetSwitchesAsync(new() { Mail = EmulatedOutage.Ambiguous });
        using var client = await ConnectAsync(shop);
        Assert.Equal("", await SubmitAsync(client, Mail));
        Assert.Single(shop.Emulator.Mails("mika@example.jp"));
    }

    private static async Task<TcpClient> ConnectAsync(Shop shop)
    {
        var client = new TcpClient();
        await client.ConnectAsync(shop.Emulator.SmtpHost, shop.Emulator.SmtpPort);
        Assert.Equal("220", await ReplyAsync(client));
        return client;
    }

    private static async Task<string> SubmitAsync(TcpClient client, string mail)
    {
        await AskAsync(client, "EHLO test");
        Assert.Equal("250", await AskAsync(client, "MAIL FROM:<help@shop.example> SIZE=50"));
        Assert.Equal("250", await AskAsync(client, "RCPT TO:<mika@example.jp>"));
        Assert.Equal("354", await AskAsync(client, "DATA"));
        return await AskAsync(client, mail + ".");
    }

    private static async Task<string> AskAsync(TcpClient client, string command)
    {
        await client.GetStream().WriteAsync(Encoding.UTF8.GetBytes(command + "\r\n"));
        return await ReplyAsync(client);
    }

    private static async Task<string> ReplyAsync(TcpClient client)
    {
        var line = new StringBuilder();
        var one = new byte[1];
        while (await client.GetStream().ReadAsync(one).AsTask().WaitAsync(TestTimeouts.Default) == 1)
        {
            line.Append((char)one[0]);
            if (one[0] == '\n')
            {
                if (line.Length > 3 && line[3] == '-')
                {
                    line.Clear();
                    continue;
                }

                return line.ToString()[..3];
            }
        }

        return "";
    }
}
