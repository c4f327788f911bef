using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using OmniChannel.AgentDesk;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Maps the agent desk.</summary>
public static class OmniAgentDeskEndpointExtensions
{
    private static readonly string[] Methods = [HttpMethods.Get, HttpMethods.Head];

    /// <summary>
    /// Maps the desk: the page at <paramref name="pattern"/>, and below it the files of the <c>omni-agent-desk</c> element, so that another page
    /// can embed it from <c>{pattern}/omni-agent-desk.js</c>.
    /// </summary>
    /// <param name="endpoints">Where to map it.</param>
    /// <param name="pattern">The path of the page.</param>
    /// <param name="agentApi">The path of the agent API that the page talks to, as <c>MapOmniChannel</c> maps it; without the host's path base.</param>
    /// <returns>A builder for the page and its files together, such as for <c>RequireAuthorization("agents")</c>. They hold no data; what they
    /// show comes from the agent API, which asks for authorisation of its own.</returns>
    /// <exception cref="ArgumentException">A path is empty, or <paramref name="agentApi"/> does not begin with a slash.</exception>
    public static IEndpointConventionBuilder MapOmniAgentDesk(
        this IEndpointRouteBuilder endpoints, string pattern = "/desk", string agentApi = "/omni/agent")
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        ArgumentException.ThrowIfNullOrEmpty(pattern);
        ArgumentException.ThrowIfNullOrEmpty(agentApi);
        if (!agentApi.StartsWith('/'))
        {
            throw new ArgumentException($"'{agentApi}' is no path: begin it with a slash.", nameof(agentApi));
        }

        var group = endpoints.MapGroup(pattern);
        var page = new DeskPage(agentApi);
        group.MapMethods("", Methods, page.WriteAsync).WithDisplayName("OmniChannel agent desk");
        foreach (var (name, asset) in DeskAssets.All.Where(file => file.Key != DeskAssets.Page))
        {
            group.MapMethods(name, Methods, asset.WriteAsync).WithDisplayName($"OmniChannel agent desk: {name}");
        }

        group.WithMetadata(new ExcludeFromDescriptionAttribute());
        return group;
    }
}
