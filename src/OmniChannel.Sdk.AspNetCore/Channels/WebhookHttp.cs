using System.Buffers;
using System.Globalization;
using System.IO.Pipelines;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;
using OmniChannel.Channels;
using OmniChannel.Hosting;
using OmniChannel.Webhooks;

namespace OmniChannel.AspNetCore.Channels;

/// <summary>Between HTTP and the SDK's own request and response.</summary>
internal static class WebhookHttp
{
    /// <summary>So much above an account's limit the server cuts a request off itself; up to there it is ours to answer.</summary>
    private const int SlackBytes = 1024 * 1024;

    /// <summary>How long a body may take to come: no provider waits for an answer as long.</summary>
    private static readonly TimeSpan BodyTime = TimeSpan.FromSeconds(30);

    /// <summary>
    /// Reads a request, at most <paramref name="maxBytes"/> of body, which counts in the limit as it comes; the caller releases its length. Answers and gives
    /// null where it does not: 413 when it is longer, 400 when it names no host, 503 when there is no room for it or it does not come in time.
    /// </summary>
    public static async Task<WebhookRequest?> ReadAsync(HttpContext context, string path, int maxBytes, WebhookLimit limit)
    {
        var request = context.Request;
        Allow(context, maxBytes);
        if (PublicUrl(context) is not { } url)
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return null;
        }

        if (request.ContentLength > maxBytes)
        {
            context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
            return null;
        }

        var (body, status) = await BodyAsync(context, maxBytes, limit);
        if (body is null)
        {
            await (status == StatusCodes.Status503ServiceUnavailable ? BusyAsync(context) : WriteAsync(context, new() { StatusCode = status }));
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
            User = context.User.Identity?.IsAuthenticated == true ? context.User : null,
            ReceivedAt = context.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow(),
        };
    }

    /// <summary>Asks to come again.</summary>
    public static Task BusyAsync(HttpContext context) =>
        WriteAsync(context, new() { StatusCode = StatusCodes.Status503ServiceUnavailable, RetryAfter = TimeSpan.FromSeconds(1) });

    public static async Task WriteAsync(HttpContext context, WebhookResponse response)
    {
        context.Response.StatusCode = response.StatusCode;
        if (response.RetryAfter is { } wait)
        {
            context.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        }

        if (response.ContentType.Length > 0)
        {
            context.Response.ContentType = response.ContentType;
            await context.Response.BodyWriter.WriteAsync(response.Body, context.RequestAborted);
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
    private static Uri? PublicUrl(HttpContext context)
    {
        var request = context.Request;
        if (context.RequestServices.GetRequiredService<IOptions<OmniChannelOptions>>().Value.PublicBaseUrl is not { } publicBase)
        {
            return Uri.TryCreate(request.GetEncodedUrl(), UriKind.Absolute, out var own) ? own : null;
        }

        // PublicBaseUrl has the path below which the application lives; a proxy may have told the host that path as well.
        var below = publicBase.AbsolutePath.TrimEnd('/');
        var path = below.EndsWith(request.PathBase.ToUriComponent(), StringComparison.Ordinal) ? request.Path : request.PathBase.Add(request.Path);
        return new(publicBase, below + path.ToUriComponent() + request.QueryString);
    }

    /// <summary>What has come already needs no clock; for the rest one runs.</summary>
    private static async Task<(byte[]? Body, int Status)> BodyAsync(HttpContext context, int maxBytes, WebhookLimit limit)
    {
        var reader = context.Request.BodyReader;
        if (reader.TryRead(out var read))
        {
            if (read.IsCompleted && read.Buffer.Length <= maxBytes && limit.TryReserve(read.Buffer.Length))
            {
                var body = read.Buffer.ToArray();
                reader.AdvanceTo(read.Buffer.End);
                return (body, StatusCodes.Status200OK);
            }

            reader.AdvanceTo(read.Buffer.Start, read.IsCompleted ? read.Buffer.Start : read.Buffer.End);
        }

        using var late = new CancellationTokenSource(BodyTime, context.RequestServices.GetRequiredService<TimeProvider>());
        using var either = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, late.Token);
        var reserved = 0L;
        bool Reserve(long length)
        {
            var isRoom = limit.TryReserve(length - reserved, reserved);
            reserved = isRoom ? length : reserved;
            return isRoom;
        }

        try
        {
            var (body, status) = await BodyAsync(reader, maxBytes, Reserve, either.Token);
            limit.Release(body is null ? reserved : 0);
            return (body, status);
        }
        catch (Exception e)
        {
            limit.Release(reserved);
            if (e is OperationCanceledException && late.IsCancellationRequested)
            {
                return (null, StatusCodes.Status503ServiceUnavailable);
            }

            throw;
        }
    }

    /// <summary>The body; null when it is longer than it may be, however it was sent.</summary>
    public static async Task<byte[]?> BodyAsync(PipeReader reader, int maxBytes, CancellationToken cancellationToken) =>
        (await BodyAsync(reader, maxBytes, _ => true, cancellationToken)).Body;

    private static async Task<(byte[]? Body, int Status)> BodyAsync(PipeReader reader, int maxBytes, Func<long, bool> reserve, CancellationToken cancellationToken)
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
}
