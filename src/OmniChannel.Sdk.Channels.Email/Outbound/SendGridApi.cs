using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using OmniChannel.Channels.Email.Mime;

namespace OmniChannel.Channels.Email.Outbound;

/// <summary>One POST to SendGrid's v3 Mail Send, classified by its pages "Errors" and "Rate limits".</summary>
internal static class SendGridApi
{
    private const int MaxAnswer = 64 * 1024;

    public static async Task<SendResult> SendAsync(
        HttpClient http, ChannelAccount<EmailOptions> account, OutboundMail mail, CancellationToken cancellationToken)
    {
        var options = account.Options;
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(options.SendGridBaseUrl.AbsoluteUri.TrimEnd('/') + "/v3/mail/send"));
        request.Content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(SendGridMail.From(mail), EmailJsonContext.Default.SendGridMail));
        request.Content.Headers.ContentType = new("application/json");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", options.SendGridApiKey);
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        try
        {
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
            return response.IsSuccessStatusCode
                ? Accepted(response, mail)
                : Refused(response, await FieldAsync(response, cancellationToken).ConfigureAwait(false), account.Time);
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

    /// <summary>Our Message-ID, and the vendor's id, with which its event ids begin.</summary>
    private static SendResult Accepted(HttpResponseMessage response, OutboundMail mail) =>
        response.Headers.TryGetValues("X-Message-Id", out var ids) && ids.FirstOrDefault() is { Length: > 0 and <= 200 } id
            ? SendResult.Sent(mail.MessageId, id)
            : SendResult.Sent(mail.MessageId);

    private static async Task<string> FieldAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        if (response.StatusCode != HttpStatusCode.BadRequest)
        {
            return "";
        }

        try
        {
            await response.Content.LoadIntoBufferAsync(MaxAnswer, cancellationToken).ConfigureAwait(false);
            var body = await response.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false);
            return JsonSerializer.Deserialize(body, EmailJsonContext.Default.SendGridErrors)?.Errors?.FirstOrDefault()?.Field ?? "";
        }
        catch (Exception e) when (e is JsonException or HttpRequestException or IOException)
        {
            return ""; // the status alone decides: refused is refused
        }
    }

    private static SendResult Refused(HttpResponseMessage response, string field, TimeProvider time)
    {
        var bare = SendResult.FromStatus(response, time).Error!;
        var kind = response.StatusCode switch
        {
            HttpStatusCode.RequestEntityTooLarge => SendErrorKind.ContentRefused,
            HttpStatusCode.BadRequest when field.StartsWith("personalizations", StringComparison.Ordinal) && field.Contains(".to", StringComparison.Ordinal) =>
                SendErrorKind.Unreachable,
            HttpStatusCode.BadRequest when field.StartsWith("content", StringComparison.Ordinal) || field == "subject" => SendErrorKind.ContentRefused,
            _ => bare.Kind,
        };
        return SendResult.Failed(bare with { Kind = kind, Reason = Reason(kind), RetryAfter = bare.RetryAfter ?? Reset(response, time) });
    }

    private static TimeSpan? Reset(HttpResponseMessage response, TimeProvider time)
    {
        if (response.StatusCode != HttpStatusCode.TooManyRequests || !response.Headers.TryGetValues("X-RateLimit-Reset", out var values)
            || !long.TryParse(values.FirstOrDefault(), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) || seconds > uint.MaxValue)
        {
            return null;
        }

        var wait = DateTimeOffset.FromUnixTimeSeconds(seconds) - time.GetUtcNow();
        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait;
    }

    // No connection, no name, no handshake: the vendor cannot have seen the request.
    private static bool NeverArrived(HttpRequestException e) => e.HttpRequestError
        is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError
        or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError;

    private static string Reason(SendErrorKind kind) => kind switch
    {
        SendErrorKind.Ambiguous => "SendGrid failed; it may have accepted",
        SendErrorKind.Throttled => "Too many requests for SendGrid",
        SendErrorKind.Credentials => "SendGrid refuses SendGridApiKey, or From is no verified sender",
        SendErrorKind.Unreachable => "SendGrid refuses the recipient",
        SendErrorKind.ContentRefused => "SendGrid refuses the mail's content or size",
        _ => "SendGrid refuses the request",
    };
}
