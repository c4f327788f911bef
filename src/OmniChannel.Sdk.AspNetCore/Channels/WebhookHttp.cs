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

    /// <summary>Reads a request, at most <paramref name="maxBytes"/> of body. Answers 413 and gives null when it is longer, 400 when it names no host.</summary>
    public static async Task<WebhookRequest?> ReadAsync(HttpContext context, string path, int maxBytes)
    {
        var request = context.Request;
        Allow(context, maxBytes);
        var body = request.ContentLength > maxBytes ? null : await BodyAsync(request.BodyReader, maxBytes, context.RequestAborted);
        var url = PublicUrl(context);
        if (body is null || url is null)
        {
            context.Response.StatusCode = body is null ? StatusCodes.Status413PayloadTooLarge : StatusCodes.Status400BadRequest;
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

    /// <summary>The body; null when it is longer than it may be, however it was sent.</summary>
    public static async Task<byte[]?> BodyAsync(PipeReader reader, int maxBytes, CancellationToken cancellationToken)
    {
        while (true)
        {
            var read = await reader.ReadAsync(cancellationToken);
            if (read.Buffer.Length > maxBytes)
            {
                reader.AdvanceTo(read.Buffer.End);
                return null;
            }

            if (read.IsCompleted)
            {
                var body = read.Buffer.ToArray();
                reader.AdvanceTo(read.Buffer.End);
                return body;
            }

            reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }
}
