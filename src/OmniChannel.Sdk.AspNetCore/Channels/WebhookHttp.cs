using System.Globalization;
using Microsoft.AspNetCore.Http;
using OmniChannel.Webhooks;

namespace OmniChannel.AspNetCore.Channels;

/// <summary>Out of the SDK's own response into HTTP.</summary>
internal static class WebhookHttp
{
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
            context.Response.ContentLength = response.Body.Length;
            await context.Response.BodyWriter.WriteAsync(response.Body, context.RequestAborted);
        }
    }
}
