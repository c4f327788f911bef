using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace OmniChannel.Channels.Twilio;

/// <summary>One POST to the REST API, classified.</summary>
internal static class TwilioApi
{
    private const int MaxAnswer = 256 * 1024;

    public static async Task<SendResult> PostAsync(
        HttpClient http,
        TwilioAccountOptions options,
        string resource,
        IEnumerable<KeyValuePair<string, string>> form,
        TimeProvider time,
        CancellationToken cancellationToken)
    {
        var url = new Uri($"{options.BaseUrl.AbsoluteUri.TrimEnd('/')}/2010-04-01/Accounts/{options.AccountSid}/{resource}");
        using var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = new FormUrlEncodedContent(form) };
        request.Headers.Authorization = new AuthenticationHeaderValue(
            "Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{options.AccountSid}:{options.AuthTokens[0]}")));
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        try
        {
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
            var answer = await ReadAsync(response, cancellationToken).ConfigureAwait(false);
            return response.IsSuccessStatusCode ? Accepted(answer) : Refused(response, answer, time);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return SendResult.Failed(SendErrorKind.Ambiguous, "timeout", "No answer in time");
        }
        catch (HttpRequestException e)
        {
            return SendResult.Failed(NeverArrived(e) ? SendErrorKind.Transient : SendErrorKind.Ambiguous, e.HttpRequestError.ToString(), "No answer");
        }
        catch (IOException)
        {
            return SendResult.Failed(SendErrorKind.Ambiguous, "io", "The answer broke off");
        }
    }

    private static async Task<TwilioAnswer?> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        if (response.StatusCode >= HttpStatusCode.InternalServerError)
        {
            return null;
        }

        await response.Content.LoadIntoBufferAsync(MaxAnswer, cancellationToken).ConfigureAwait(false);
        var body = await response.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return JsonSerializer.Deserialize(body, TwilioJsonContext.Default.TwilioAnswer);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static SendResult Accepted(TwilioAnswer? answer) => answer switch
    {
        { Sid.Length: > 0 } => SendResult.Sent(answer.Sid),
        { Code: { } code } when TwilioErrors.Classify(code) is { } kind => SendResult.Failed(kind, Text(code), Reason(kind)),
        _ => SendResult.Failed(SendErrorKind.Ambiguous, "no-sid", "Twilio's answer names no resource"),
    };

    private static SendResult Refused(HttpResponseMessage response, TwilioAnswer? answer, TimeProvider time)
    {
        var bare = SendResult.FromStatus(response, time).Error!;
        var kind = (answer?.Code is { } code && bare.Kind != SendErrorKind.Ambiguous ? TwilioErrors.Classify(code) : null) ?? bare.Kind;
        return SendResult.Failed(bare with
        {
            Kind = kind,
            Code = answer?.Code is { } c ? Text(c) : bare.Code,
            Reason = Reason(kind),
        });
    }

    // No connection, no name, no handshake: Twilio cannot have seen the request.
    private static bool NeverArrived(HttpRequestException e) => e.HttpRequestError
        is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError
        or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError;

    private static string Text(int code) => code.ToString(CultureInfo.InvariantCulture);

    private static string Reason(SendErrorKind kind) => kind switch
    {
        SendErrorKind.Ambiguous => "Twilio failed; it may have accepted",
        SendErrorKind.Throttled => "Too many requests for Twilio",
        SendErrorKind.OptedOut => "The recipient replied STOP",
        SendErrorKind.Credentials => "Twilio refuses AccountSid or the first of AuthTokens",
        _ => "Twilio refuses the request",
    };
}
