using System.Buffers;
using System.Globalization;
using System.IO.Pipelines;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
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
    /// <summary>Reads a request, at most <paramref name="maxBytes"/> of body; null when it is longer.</summary>
    public static async Task<WebhookRequest?> ReadAsync(HttpContext context, ChannelAccountId account, string path, int maxBytes)
    {
        var request = context.Request;
        if (request.ContentLength > maxBytes)
        {
            return null;
        }

        var body = await BodyAsync(request.BodyReader, maxBytes, context.RequestAborted);
        return body is null ? null : new()
        {
            Method = request.Method,
            Url = PublicUrl(context),
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

    private static Uri PublicUrl(HttpContext context)
    {
        var request = context.Request;
        var publicBase = context.RequestServices.GetRequiredService<IOptions<OmniChannelOptions>>().Value.PublicBaseUrl;
        return publicBase is null ? new(request.GetEncodedUrl()) : new(publicBase, request.PathBase.Add(request.Path).ToUriComponent() + request.QueryString);
    }

    private static async Task<byte[]?> BodyAsync(PipeReader reader, int maxBytes, CancellationToken cancellationToken)
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
