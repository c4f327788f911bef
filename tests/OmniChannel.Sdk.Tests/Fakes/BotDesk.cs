using Microsoft.Extensions.DependencyInjection;

namespace OmniChannel.Fakes;

/// <summary>Desks that a bot greets for.</summary>
internal static class BotDesk
{
    public static Task<TestDesk> OpenAsync(BotScript script, Action<IOmniChannelBuilder>? more = null) => TestDesk.OpenAsync(omni =>
    {
        omni.Services.AddSingleton(script);
        omni.AddQueue("general").AddBot<ScriptedBot>("front-desk").RouteInbound(r => r.Default("front-desk", "general")).AddCustomerSource<TestSource>();
        more?.Invoke(omni);
    });

    /// <summary>The code in the newest mail.</summary>
    public static string CodeIn(FakeChannel mail) => string.Concat(mail.SentTexts[^1].SkipWhile(c => !char.IsAsciiDigit(c)).Take(6));
}
