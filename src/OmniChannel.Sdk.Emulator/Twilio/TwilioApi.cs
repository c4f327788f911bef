using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using OmniChannel.Emulator.Calls;
using OmniChannel.Emulator.Endpoints;
using OmniChannel.Emulator.State;

namespace OmniChannel.Emulator.Twilio;

/// <summary>
/// The part of Twilio's REST API that sends messages and changes live calls ("Messages resource", "Modify calls in progress"). Refusals
/// carry the codes of Twilio's error dictionary.
/// </summary>
internal sealed class TwilioApi(
    EmulatorOptions options, EmulatorStore store, MessageDesk messages, CallDesk calls, TimeProvider time)
{
    private const int MaxBody = 256 * 1024;
    private const int MaxText = 1600;
    private const int MaxTwiml = 4000;

    public async Task HandleAsync(HttpContext http)
    {
        var path = (http.Request.Path.Value ?? "").Split('/', StringSplitOptions.RemoveEmptyEntries);
        var outage = path is [.., "Messages.json"] ? store.Current.Switches.Sms : EmulatedOutage.None;
        if (outage == EmulatedOutage.Unavailable)
        {
            http.Response.Headers.RetryAfter = Math.Ceiling(options.Pace.RetryAfter.TotalSeconds).ToString(CultureInfo.InvariantCulture);
            await WriteAsync(http, TwilioResource.Error(503, 20503, "Service unavailable"));
            return;
        }

        var answer = await AnswerAsync(http, path);
        if (outage == EmulatedOutage.Slow)
        {
            await Task.Delay(options.Pace.Slow, time, http.RequestAborted);
        }

        if (outage == EmulatedOutage.Ambiguous)
        {
            http.Abort();
            return;
        }

        await WriteAsync(http, answer);
    }

    private async Task<TwilioResource> AnswerAsync(HttpContext http, string[] path)
    {
        if (path is not ["2010-04-01", "Accounts", var sid, .. var resource])
        {
            return NotFound();
        }

        var account = options.Accounts.FirstOrDefault(a => a.Sid == sid);
        if (account is null || !IsAuthorized(http.Request, account))
        {
            return TwilioResource.Error(401, 20003, "Authenticate");
        }

        if (http.Request.Method != HttpMethods.Post || !http.Request.HasFormContentType || http.Request.ContentLength is null or > MaxBody)
        {
            return TwilioResource.Error(400, 20001, "A POST with a form is wanted");
        }

        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        return resource switch
        {
            ["Messages.json"] => Send(account, form),
            ["Calls", var file] when file.EndsWith(".json", StringComparison.Ordinal) => Change(account, file[..^".json".Length], form),
            _ => NotFound(),
        };
    }

    private TwilioResource Send(EmulatorAccount account, IFormCollection form)
    {
        var from = form["From"].ToString();
        var number = from.Length > 0
            ? account.Numbers.FirstOrDefault(n => n.Number == from)
            : form["MessagingServiceSid"].ToString().Length > 0 ? account.Numbers.FirstOrDefault() : null;
        var (to, text) = (form["To"].ToString(), form["Body"].ToString());
        var media = form["MediaUrl"].Select(m => Uri.TryCreate(m, UriKind.Absolute, out var uri) ? uri : null).OfType<Uri>().ToList();
        if (number is null)
        {
            return TwilioResource.Error(400, 21606, "The sender is no number of the account");
        }

        if (!PhoneText.IsE164(to))
        {
            return TwilioResource.Error(400, 21211, "To is no valid number");
        }

        if (text.Length == 0 && media.Count == 0)
        {
            return TwilioResource.Error(400, 21602, "Body is missing");
        }

        if (text.Length > MaxText)
        {
            return TwilioResource.Error(400, 21617, "Body is longer than 1,600 characters");
        }

        if (messages.IsStopped(to, number.Number))
        {
            return TwilioResource.Error(400, 21610, "The recipient replied STOP");
        }

        var callback = form["StatusCallback"].ToString();
        if (!TryAddress(callback, out var url))
        {
            return TwilioResource.Error(400, 21609, "StatusCallback is no address");
        }

        var sent = messages.Accept(new() { Account = account, Number = number }, to, text, media, url);
        return new() { Sid = sent.Sid, AccountSid = account.Sid, From = sent.From, To = sent.To, Body = text, Status = "queued" };
    }

    private TwilioResource Change(EmulatorAccount account, string sid, IFormCollection form)
    {
        var call = calls.Find(sid);
        if (call is null || call.Line.Account != account)
        {
            return NotFound();
        }

        var (twiml, url) = (form["Twiml"].ToString(), form["Url"].ToString());
        var ends = form["Status"].ToString() is "completed" or "canceled";
        if (!ends && twiml.Length == 0 && url.Length == 0)
        {
            return TwilioResource.Error(400, 21218, "Twiml, Url or Status is wanted");
        }

        if (!TryAddress(url, out var redirect))
        {
            return TwilioResource.Error(400, 21205, "Url is no address");
        }

        TwimlDocument? document = null;
        if (twiml.Length > MaxTwiml || (twiml.Length > 0 && !TwimlDocument.TryParse(twiml, out document)))
        {
            return TwilioResource.Error(400, 21222, "Twiml is too long or not valid");
        }

        var live = ends ? call.End() : call.Replace(document ?? TwimlDocument.RedirectTo(redirect!));
        return live
            ? new() { Sid = sid, AccountSid = account.Sid, From = call.From, To = call.Line.Number.Number, Status = ends ? "completed" : "in-progress" }
            : TwilioResource.Error(400, 21220, "The call is not in progress");
    }

    private static bool TryAddress(string text, out Uri? url)
    {
        url = null;
        return text.Length == 0 || (Uri.TryCreate(text, UriKind.Absolute, out url) && url.Scheme is "http" or "https");
    }

    private static bool IsAuthorized(HttpRequest request, EmulatorAccount account)
    {
        var expected = "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"{account.Sid}:{account.AuthToken}"));
        return CryptographicOperations.FixedTimeEquals(
            SHA256.HashData(Encoding.UTF8.GetBytes(expected)), SHA256.HashData(Encoding.UTF8.GetBytes(request.Headers.Authorization.ToString())));
    }

    private static TwilioResource NotFound() => TwilioResource.Error(404, 20404, "The requested resource was not found");

    private static Task WriteAsync(HttpContext http, TwilioResource answer)
    {
        http.Response.StatusCode = answer.Status is int status ? status : answer.Body is null ? 200 : 201;
        return http.Response.WriteAsJsonAsync(answer, EmulatorJsonContext.Default.TwilioResource, cancellationToken: http.RequestAborted);
    }
}
