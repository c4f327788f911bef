using System.Globalization;
using System.Net;

namespace OmniChannel.Channels;

/// <summary>The outcome of one provider call.</summary>
public sealed record SendResult
{
    /// <summary>The provider's ids of the messages accepted; empty when failed.</summary>
    public IReadOnlyList<string> ProviderMessageIds { get; init; } = [];

    /// <summary>Why it failed; null when accepted.</summary>
    public SendError? Error { get; init; }

    /// <summary>True when the provider accepted.</summary>
    public bool IsSent => Error is null;

    /// <summary>Accepted, with the provider's ids.</summary>
    public static SendResult Sent(params IReadOnlyList<string> providerMessageIds) => new() { ProviderMessageIds = providerMessageIds };

    /// <summary>Not accepted, or not known.</summary>
    public static SendResult Failed(SendError error) => new() { Error = error };

    /// <summary>Not accepted, or not known.</summary>
    public static SendResult Failed(SendErrorKind kind, string code = "", string reason = "") =>
        Failed(new SendError { Kind = kind, Code = code, Reason = reason });

    /// <summary>
    /// The outcome that a bare HTTP status stands for: 429 throttled with its Retry-After; 401 and 403 credentials; 503 with Retry-After
    /// transient; other 5xx and 408 ambiguous; other 4xx permanent. Adapters refine it by the provider's own codes.
    /// </summary>
    public static SendResult FromStatus(HttpResponseMessage response, TimeProvider? time = null)
    {
        ArgumentNullException.ThrowIfNull(response);
        if (response.IsSuccessStatusCode)
        {
            return Sent();
        }

        var retryAfter = RetryAfter(response, time ?? TimeProvider.System);
        var kind = response.StatusCode switch
        {
            HttpStatusCode.TooManyRequests => SendErrorKind.Throttled,
            HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => SendErrorKind.Credentials,
            HttpStatusCode.ServiceUnavailable when retryAfter is not null => SendErrorKind.Transient,
            HttpStatusCode.RequestTimeout or >= HttpStatusCode.InternalServerError => SendErrorKind.Ambiguous,
            _ => SendErrorKind.Permanent,
        };
        return Failed(new SendError
        {
            Kind = kind,
            Code = ((int)response.StatusCode).ToString(CultureInfo.InvariantCulture),
            RetryAfter = retryAfter,
        });
    }

    private static TimeSpan? RetryAfter(HttpResponseMessage response, TimeProvider time)
    {
        var header = response.Headers.RetryAfter;
        var wait = header?.Delta ?? (header?.Date is { } date ? date - time.GetUtcNow() : null);
        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait;
    }
}
