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
internal sealed class WebhookReader(TimeProvider time, Uri? publicBase)
{
    /// <summary>So much above an account's limit the server cuts a request off itself; up to there it is ours to answer.</summary>
    private const int SlackBytes = 1024 * 1024;

    // PublicBaseUrl has the path below which the application lives.
    private readonly string _below = publicBase?.AbsolutePath.TrimEnd('/') ?? "";

    /// <summary>Reads a request, at most <paramref name="maxBytes"/> of body. Answers 413 and gives null when it is longer, 400 when it names no host.</summary>
    public async ValueTask<WebhookRequest?> ReadAsync(HttpContext context, string path, int maxBytes)
    {
        var request = context.Request;
        Allow(context, maxBytes);
        var body = request.ContentLength > maxBytes ? null : await BodyAsync(request.BodyReader, maxBytes);
        var url = PublicUrl(request);
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
            User = context.Features.Get<IHttpAuthenticationFeature>()?.User is { Identity.IsAuthenticated: true } user ? user : null,
            ReceivedAt = time.GetUtcNow(),
        };
    }

    /// <summary>The body; null when it is longer than it may be, however it was sent. A connection that is lost meanwhile ends it.</summary>
    public static async ValueTask<byte[]?> BodyAsync(PipeReader reader, int maxBytes, CancellationToken cancellationToken = default)
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
