using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace OmniChannel.AgentDesk;

/// <summary>A file of the desk, with the type and the tag it is served with.</summary>
internal sealed class DeskAsset(byte[] content, string contentType)
{
    private readonly EntityTagHeaderValue _tag = new($"\"{Convert.ToHexStringLower(SHA256.HashData(content)[..12])}\"");

    public byte[] Content => content;

    public string ContentType => contentType;

    /// <summary>Answers with the file, or with 304 when the browser has it: files change with the package only, but their names do not.</summary>
    public Task WriteAsync(HttpContext context)
    {
        context.Response.Headers.CacheControl = "no-cache";
        context.Response.Headers.XContentTypeOptions = "nosniff";
        return TypedResults.Bytes(content, contentType, entityTag: _tag).ExecuteAsync(context);
    }
}
