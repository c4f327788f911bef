using System.Globalization;
using System.Text;
using OmniChannel.Emulator.State;

namespace OmniChannel.Emulator.Mail;

/// <summary>One session of RFC 5321 with SIZE, 8BITMIME, SMTPUTF8 and AUTH PLAIN and LOGIN.</summary>
internal sealed class SmtpConversation(Stream stream, SmtpSettings settings)
{
    private const string BadSequence = "503 5.5.1 Bad sequence of commands";
    private const string BadSyntax = "501 5.5.4 Syntax error";
    private readonly SmtpLines _lines = new(stream);
    private readonly List<string> _recipients = [];
    private bool _greeted;
    private bool _authenticated;
    private bool _hasSender;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await _lines.ReplyAsync("220 localhost ESMTP emulator", cancellationToken);
        for (var i = 0; i < SmtpSettings.MaxCommands; i++)
        {
            if (await _lines.ReadAsync(cancellationToken) is not { } line)
            {
                return;
            }

            var space = line.IndexOf(' ', StringComparison.Ordinal);
            var verb = (space < 0 ? line : line[..space]).ToUpperInvariant();
            if (verb == "DATA")
            {
                if (!await DataAsync(cancellationToken))
                {
                    return;
                }

                continue;
            }

            var reply = verb == "AUTH" ? await AuthAsync(line[(space + 1)..], cancellationToken) : Answer(verb, space < 0 ? "" : line[(space + 1)..]);
            await _lines.ReplyAsync(reply, cancellationToken);
            if (verb == "QUIT")
            {
                return;
            }
        }
    }

    private string Answer(string verb, string rest) => verb switch
    {
        "EHLO" => Greet(
            $"250-localhost\r\n250-SIZE {settings.MaxBytes.ToString(CultureInfo.InvariantCulture)}\r\n250-8BITMIME\r\n250-SMTPUTF8\r\n250-AUTH PLAIN LOGIN\r\n250 HELP"),
        "HELO" => Greet("250 localhost"),
        "MAIL" => Sender(rest),
        "RCPT" => Recipient(rest),
        "RSET" => Reset("250 2.0.0 OK"),
        "NOOP" => "250 2.0.0 OK",
        "QUIT" => "221 2.0.0 Bye",
        "VRFY" => "252 2.5.0 Cannot verify",
        _ => "502 5.5.2 Command not known",
    };

    private string Greet(string reply)
    {
        _greeted = true;
        return Reset(reply);
    }

    private string Reset(string reply)
    {
        _hasSender = false;
        _recipients.Clear();
        return reply;
    }

    private string Sender(string rest)
    {
        if (!_greeted || _hasSender)
        {
            return BadSequence;
        }

        if (settings.UserName is not null && !_authenticated)
        {
            return "530 5.7.0 Authentication required";
        }

        if (settings.Outage() == EmulatedOutage.Unavailable)
        {
            return "451 4.3.2 Not now";
        }

        if (Path(rest, "FROM:", out var parameters) is null)
        {
            return BadSyntax;
        }

        var size = parameters.Split(' ').FirstOrDefault(p => p.StartsWith("SIZE=", StringComparison.OrdinalIgnoreCase));
        if (size is not null && long.TryParse(size["SIZE=".Length..], NumberStyles.None, CultureInfo.InvariantCulture, out var bytes) && bytes > settings.MaxBytes)
        {
            return "552 5.3.4 Too large";
        }

        _hasSender = true;
        return "250 2.1.0 OK";
    }

    private string Recipient(string rest)
    {
        if (!_hasSender)
        {
            return BadSequence;
        }

        if (Path(rest, "TO:", out _) is not { Length: > 0 } address || !address.Contains('@', StringComparison.Ordinal))
        {
            return BadSyntax;
        }

        if (_recipients.Count >= SmtpSettings.MaxRecipients)
        {
            return "452 4.5.3 Too many recipients";
        }

        _recipients.Add(address);
        return "250 2.1.5 OK";
    }

    /// <summary>False when the connection is to be dropped.</summary>
    private async Task<bool> DataAsync(CancellationToken cancellationToken)
    {
        if (_recipients.Count == 0)
        {
            await _lines.ReplyAsync(BadSequence, cancellationToken);
            return true;
        }

        await _lines.ReplyAsync("354 Go on", cancellationToken);
        if (await ContentAsync(cancellationToken) is not { } content)
        {
            return false;
        }

        var isTooLarge = content.Length > settings.MaxBytes;
        if (!isTooLarge)
        {
            settings.Take([.. _recipients.Distinct(StringComparer.OrdinalIgnoreCase)], content.ToArray());
        }

        Reset("");
        if (settings.Outage() == EmulatedOutage.Slow)
        {
            await Task.Delay(settings.Slow, settings.Time, cancellationToken);
        }

        if (settings.Outage() == EmulatedOutage.Ambiguous)
        {
            return false;
        }

        await _lines.ReplyAsync(isTooLarge ? "552 5.3.4 Too large" : "250 2.0.0 Taken", cancellationToken);
        return true;
    }

    /// <summary>Null when the connection broke. What is beyond the limit is read and forgotten.</summary>
    private async Task<MemoryStream?> ContentAsync(CancellationToken cancellationToken)
    {
        var content = new MemoryStream();
        while (await _lines.ReadBytesAsync(cancellationToken) is { } line)
        {
            if (line is [(byte)'.'])
            {
                return content;
            }

            if (content.Length <= settings.MaxBytes)
            {
                content.Write(line is [(byte)'.', ..] ? line.AsSpan(1) : line);
                content.Write("\r\n"u8);
            }
        }

        return null;
    }

    private async Task<string> AuthAsync(string rest, CancellationToken cancellationToken)
    {
        var words = rest.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (!_greeted || _authenticated || _hasSender)
        {
            return BadSequence;
        }

        switch (words.FirstOrDefault()?.ToUpperInvariant())
        {
            case "PLAIN":
                var plain = Decode(words.Length > 1 ? words[1] : await AskAsync("", cancellationToken))?.Split('\0');
                return plain is [_, var name, var secret] ? Check(name, secret) : BadSyntax;
            case "LOGIN":
                var user = Decode(words.Length > 1 ? words[1] : await AskAsync("VXNlcm5hbWU6", cancellationToken));
                var password = Decode(await AskAsync("UGFzc3dvcmQ6", cancellationToken));
                return user is not null && password is not null ? Check(user, password) : BadSyntax;
            default:
                return "504 5.5.4 Mechanism not known";
        }
    }

    private async Task<string> AskAsync(string prompt, CancellationToken cancellationToken)
    {
        await _lines.ReplyAsync("334 " + prompt, cancellationToken);
        return await _lines.ReadAsync(cancellationToken) ?? "*";
    }

    private string Check(string user, string password)
    {
        _authenticated = settings.UserName is null || (user == settings.UserName && password == (settings.Password ?? ""));
        return _authenticated ? "235 2.7.0 Welcome" : "535 5.7.8 Authentication failed";
    }

    private static string? Decode(string text)
    {
        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out var length) ? Encoding.UTF8.GetString(bytes, 0, length) : null;
    }

    /// <summary>The address between angle brackets, without a source route; null when there is none.</summary>
    private static string? Path(string text, string keyword, out string parameters)
    {
        parameters = "";
        var end = text.IndexOf('>', StringComparison.Ordinal);
        if (!text.StartsWith(keyword, StringComparison.OrdinalIgnoreCase) || end < 0)
        {
            return null;
        }

        var open = text[keyword.Length..end].TrimStart();
        parameters = text[(end + 1)..];
        return open.StartsWith('<') ? open[(open.LastIndexOf(':') + 1)..].TrimStart('<') : null;
    }
}
