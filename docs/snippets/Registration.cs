using OmniChannel;

namespace Snippets;

internal static class Registration
{
    public static void Run(WebApplicationBuilder builder)
    {
        builder.Services.AddAuthorizationBuilder().AddPolicy("agents", p => p.RequireRole("agent"));

        // snippet: registration
        builder.Services.AddOmniChannel(builder.Configuration.GetSection("OmniChannel"))
            .UseSqliteStorage("Data Source=omni.db")
            .AddWebChatChannel("shop").AddTwilioSmsChannel("main").AddTwilioVoiceChannel("main").AddEmailChannel("support")
            .AddQueue("general", q => q.RequireSkill("ja"))
            .AddBot<FrontDesk>("front-desk").RouteInbound(r => r.Default("front-desk", thenQueue: "general"))
            .AddCustomerSource<ShopMembers>().AddEventHandler<CrmSync>("crm-sync")
            .AddHttp(o => o.AuthorizeAgent = (http, agent) => new(http.User.Identity?.Name == agent.Value));
        var app = builder.Build();
        app.MapOmniChannel();
        app.MapOmniAgentDesk("/desk").RequireAuthorization("agents");
        // end

        app.Run();
    }
}
