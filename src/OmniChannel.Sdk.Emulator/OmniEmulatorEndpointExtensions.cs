using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using OmniChannel.Emulator;
using OmniChannel.Emulator.Endpoints;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Maps the emulator's page parts and control API.</summary>
public static class OmniEmulatorEndpointExtensions
{
    /// <summary>
    /// Maps the control API, the stream of states and the modules <c>omni-phone.js</c> and <c>omni-mailbox.js</c> under a prefix. Nothing
    /// of it asks who you are.
    /// </summary>
    /// <exception cref="InvalidOperationException">
    /// The environment is not Development and <see cref="EmulatorOptions.AllowOutsideDevelopment"/> is not set, or <c>AddOmniEmulator</c>
    /// was not called.
    /// </exception>
    public static IEndpointConventionBuilder MapOmniEmulator(
        this IEndpointRouteBuilder endpoints, [StringSyntax("Route")] string prefix = "/omni/dev")
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        var services = endpoints.ServiceProvider;
        var gate = services.GetService<EmulatorGate>()
            ?? throw new InvalidOperationException("MapOmniEmulator needs services.AddOmniEmulator().");
        if (!gate.IsOpen)
        {
            throw new InvalidOperationException(
                "The emulator lets anybody write as any customer, so it runs in Development only. Map it behind app.Environment.IsDevelopment(), "
                + "or set EmulatorOptions.AllowOutsideDevelopment for a demonstration.");
        }

        var emulator = services.GetRequiredService<OmniEmulator>();
        var api = new ControlApi(emulator);
        var stream = new StateStream(emulator, services.GetService<TimeProvider>() ?? TimeProvider.System);
        var stopping = services.GetService<IHostApplicationLifetime>()?.ApplicationStopping ?? CancellationToken.None;
        var group = endpoints.MapGroup(prefix).ExcludeFromDescription();
        Map(group, "GET", "/state", api.StateAsync);
        Map(group, "GET", "/events", http => stream.ServeAsync(http, stopping));
        Map(group, "POST", "/sms", api.SmsAsync);
        Map(group, "POST", "/calls", api.CallAsync);
        Map(group, "POST", "/calls/{sid}/{action}", api.CallActionAsync);
        Map(group, "POST", "/mails", api.ComposeAsync);
        Map(group, "POST", "/mails/{id}/reply", api.ReplyAsync);
        Map(group, "POST", "/switches", api.SwitchesAsync);
        Map(group, "POST", "/reset", api.ResetAsync);
        Map(group, "GET", "/{file}", ClientAssets.ServeAsync);
        return group;
    }

    private static void Map(RouteGroupBuilder group, string method, string pattern, RequestDelegate handler) =>
        group.MapMethods(pattern, [method], handler);
}
