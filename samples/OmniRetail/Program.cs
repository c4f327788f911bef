using OmniChannel;
using OmniRetail;

var builder = WebApplication.CreateBuilder(args);
var omni = builder.Configuration.GetSection("OmniChannel");
builder.Services.AddSingleton<ShopMembers>().AddSingleton<StageTurn>().AddSingleton<ClosingTime>();
builder.Services.AddOmniChannel(omni, o => o.PublicBaseUrl ??= new(builder.Configuration["urls"]?.Split(';')[0] ?? "http://localhost:5080"))
    .UseSqliteStorage(DemoData.ConnectionString(builder.Configuration))
    .AddWebChatChannel("shop").AddTwilioSmsChannel("main").AddTwilioVoiceChannel("main").AddEmailChannel("support")
    .AddQueue("general", q => q.RequireSkill("sneakers").DeclineCooldown = TimeSpan.FromSeconds(5))
    .AddBot("front-desk", FrontDesk.Tree).RouteInbound(r => r.Default("front-desk", thenQueue: "general"))
    .AddCustomerSource<ShopMembers>()
    .AddHttp();
builder.Services.AddEmulatedProviders();
builder.Services.AddHostedService<Storefront>();

var app = builder.Build();
app.UseDefaultFiles();
app.UseStaticFiles();
app.MapOmniChannel();
app.MapOmniAgentDesk("/desk");
app.MapOmniEmulator("/omni/dev");
app.MapStory();
app.Run();

/// <summary>Named for tests that start the whole sample.</summary>
public partial class Program;
