using System.Collections.Frozen;
using Microsoft.AspNetCore.Http;

namespace OmniChannel.Emulator.Endpoints;

/// <summary>The embedded modules, read once.</summary>
internal static class ClientAssets
{
    private static readonly FrozenDictionary<string, byte[]> Files =
        new[] { "omni-emulator.js", "omni-phone.js", "omni-mailbox.js" }.ToFrozenDictionary(name => name, Load, StringComparer.Ordinal);

    public static Task ServeAsync(HttpContext http)
    {
        if (!Files.TryGetValue(http.Request.RouteValues["file"] as string ?? "", out var file))
        {
            http.Response.StatusCode = 404;
            return Task.CompletedTask;
        }

        http.Response.ContentType = "text/javascript; charset=utf-8";
        http.Response.Headers.CacheControl = "no-cache";
        http.Response.Headers.XContentTypeOptions = "nosniff";
        http.Response.ContentLength = file.Length;
        return http.Response.Body.WriteAsync(file, http.RequestAborted).AsTask();
    }

    private static byte[] Load(string name)
    {
        using var stream = typeof(ClientAssets).Assembly.GetManifestResourceStream(name)!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
