using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Http;

namespace OmniChannel.AgentDesk;

/// <summary>The full page: the embedded markup with the addresses under which this host serves it.</summary>
internal sealed class DeskPage(string agentApi)
{
    // Nothing inline, nothing from elsewhere, no frame but the host's own.
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'self'";

    private static readonly string Markup = Encoding.UTF8.GetString(DeskAssets.All[DeskAssets.Page].Content);

    public Task WriteAsync(HttpContext context)
    {
        var headers = context.Response.Headers;
        if (headers.ContentSecurityPolicy.Count == 0)
        {
            headers.ContentSecurityPolicy = Policy;
        }

        // The address of the page names the agent.
        headers["Referrer-Policy"] = "same-origin";
        return new DeskAsset(Encoding.UTF8.GetBytes(Render(context.Request)), DeskAssets.All[DeskAssets.Page].ContentType).WriteAsync(context);
    }

    private string Render(HttpRequest request)
    {
        var root = request.PathBase.Add(request.Path).ToUriComponent().TrimEnd('/');
        var api = request.PathBase.Add(agentApi).ToUriComponent().TrimEnd('/');
        return Markup
            .Replace("{{root}}", HtmlEncoder.Default.Encode(root), StringComparison.Ordinal)
            .Replace("{{api}}", HtmlEncoder.Default.Encode(api), StringComparison.Ordinal);
    }
}
