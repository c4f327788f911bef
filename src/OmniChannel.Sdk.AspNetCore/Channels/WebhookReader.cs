using System.Buffers;
using System.IO.Pipelines;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Features.Authentication;
using Microsoft.Extensions.Primitives;
using OmniChannel.Webhooks;

namespace OmniChannel.AspNetCore.Channels;

/// <summary>
/// Out of HTTP into the SDK's own request. Asks the context for nothing that it would make anew for each request: no scope of services, no
/// principal where nobody authenticated, no token of a lost connection.
/// </summary>
internal sealed class WebhookReader(TimeProvider time, Uri? publicBase, WebhookLimit limit)
{
    /// <summary>So much above an account's limit the server cuts a request off itself; up to there it is ours to answer.</summary>
    private const int SlackBytes = 1024 * 1024;

    /// <summary>How long a body may take to come: no provider waits for an answer as long.</summary>
    private static readonly TimeSpan BodyTime = TimeSpan.FromSeconds(30);

    // PublicBaseUrl has the path below which the application lives.
    private readonly string _below = publicBase?.AbsolutePath.TrimEnd('/') ?? "";

    /// <summary>
    /// Reads a request, at most <paramref name="maxBytes"/> of body, which counts in the limit as it comes; the caller releases its length. Answers and gives
    /// null where it does not: 413 when it is longer, 400 when it names no host, 503 when there is no room for it or it does not come in time.
    /// </summary>
    public async ValueTask<WebhookRequest?> ReadAsync(HttpContext context, string path, int maxBytes)
    {
        var request = context.Request;
        Allow(context, maxBytes);
        var url = PublicUrl(request);
        if (url is null || request.ContentLength > maxBytes)
        {
            context.Response.StatusCode = url is null ? StatusCodes.Status400BadRequest : StatusCodes.Status413PayloadTooLarge;
            return null;
        }

        var (body, status) = TryBody(request.BodyReader, maxBytes) is { } here ? (here, StatusCodes.Status200OK) : await LimitedAsync(request.BodyReader, maxBytes);
        if (body is null)
        {
            await (status == StatusCodes.Status503ServiceUnavailable ? WebhookHttp.BusyAsync(context) : WebhookHttp.WriteAsync(context, new() { StatusCode = status }));
            return null;
        }

        return new()
        {
            Method = request.Method,
            Url = url,
            Path = path,
            Query = request.QueryString.HasValue ? Values(request.Query) : WebhookValues.Empty,
            Headers = Values(request.Headers),
            Body = body,
            User = context.Features.Get<IHttpAuthenticationFeature>()?.User is { Identity.IsAuthenticated: true } user ? user : null,
            ReceivedAt = time.GetUtcNow(),
        };
    }

    /// <summary>The same request, as if it came now.</summary>
    public WebhookRequest Now(WebhookRequest request) => new()
    {
        Method = request.Method,
        Url = request.Url,
        Path = request.Path,
        Query = request.Query,
        Headers = request.Headers,
        Body = request.Body,
        User = request.User,
        ReceivedAt = time.GetUtcNow(),
    };

    /// <summary>The body; null when it is longer than it may be, however it was sent. A connection that is lost meanwhile ends it.</summary>
    public static async ValueTask<byte[]?> BodyAsync(PipeReader reader, int maxBytes, CancellationToken cancellationToken = default) =>
        (await BodyAsync(reader, maxBytes, static _ => true, cancellationToken)).Body;

    /// <summary>A body that has come already needs no clock; null for any other.</summary>
    private byte[]? TryBody(PipeReader reader, int maxBytes)
    {
        if (!reader.TryRead(out var read))
        {
            return null;
        }

        if (read.IsCompleted && read.Buffer.Length <= maxBytes && limit.TryReserve(read.Buffer.Length))
        {
            var body = read.Buffer.ToArray();
            reader.AdvanceTo(read.Buffer.End);
            return body;
        }

        reader.AdvanceTo(read.Buffer.Start);
        return null;
    }

    private async Task<(byte[]? Body, int Status)> LimitedAsync(PipeReader reader, int maxBytes)
    {
        using var late = new CancellationTokenSource(BodyTime, time);
        var reserved = 0L;
        try
        {
            var read = await BodyAsync(reader, maxBytes, Reserve, late.Token);
            reserved = read.Body is null ? reserved : 0;
            return read;
        }
        catch (OperationCanceledException) when (late.IsCancellationRequested)
        {
            return (null, StatusCodes.Status503ServiceUnavailable);
        }
        finally
        {
            limit.Release(reserved);
        }

        bool Reserve(long length)
        {
            var isRoom = limit.TryReserve(length - reserved, reserved);
            reserved = isRoom ? length : reserved;
            return isRoom;
        }
    }

    private static async ValueTask<(byte[]? Body, int Status)> BodyAsync(PipeReader reader, int maxBytes, Func<long, bool> reserve, CancellationToken cancellationToken)
    {
        while (true)
        {
            var read = await reader.ReadAsync(cancellationToken);
            var length = read.Buffer.Length;
            if (length > maxBytes || !reserve(length))
            {
                reader.AdvanceTo(read.Buffer.End);
                return (null, length > maxBytes ? StatusCodes.Status413PayloadTooLarge : StatusCodes.Status503ServiceUnavailable);
            }

            if (read.IsCompleted)
            {
                var body = read.Buffer.ToArray();
                reader.AdvanceTo(read.Buffer.End);
                return (body, StatusCodes.Status200OK);
            }

            reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }

    /// <summary>What the account takes is said by its adapter, not by the server's default for pages and forms.</summary>
    private static void Allow(HttpContext context, int maxBytes)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false, MaxRequestBodySize: not null } server)
        {
            server.MaxRequestBodySize = Math.Max(server.MaxRequestBodySize.Value, (long)maxBytes + SlackBytes);
        }
    }

    private static WebhookValues Values(IEnumerable<KeyValuePair<string, StringValues>> from)
    {
        var pairs = new List<KeyValuePair<string, string>>(16);
        foreach (var (name, values) in from)
        {
            foreach (var value in values)
            {
                pairs.Add(new(name, value ?? ""));
            }
        }

        return new(pairs);
    }

    /// <summary>The address as the provider knows it; null when the request names no host that could be one.</summary>
    private Uri? PublicUrl(HttpRequest request)
    {
        if (publicBase is null)
        {
            return Uri.TryCreate(request.GetEncodedUrl(), UriKind.Absolute, out var own) ? own : null;
        }

        // A proxy may have told the host the application's path as well.
        var path = _below.EndsWith(request.PathBase.ToUriComponent(), StringComparison.Ordinal) ? request.Path : request.PathBase.Add(request.Path);
        return new(publicBase, _below + path.ToUriComponent() + request.QueryString);
    }
}
