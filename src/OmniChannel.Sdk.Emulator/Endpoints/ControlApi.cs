using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace OmniChannel.Emulator.Endpoints;

/// <summary>The JSON control API, for the page. A body must be JSON by its type, which no page of another origin can send unasked.</summary>
internal sealed class ControlApi(OmniEmulator emulator)
{
    private const int MaxBody = 128 * 1024;

    public Task StateAsync(HttpContext http) =>
        http.Response.WriteAsJsonAsync(emulator.Snapshot, EmulatorJsonContext.Default.EmulatorSnapshot, cancellationToken: http.RequestAborted);

    public Task SmsAsync(HttpContext http) => HandleAsync(http, async (body, stop) =>
        await emulator.SendSmsAsync(body.From ?? "", body.Text ?? "", body.To, stop));

    public Task CallAsync(HttpContext http) => HandleAsync(http, (body, _) => Task.FromResult<string?>(emulator.Call(body.From ?? "", body.To)));

    public Task CallActionAsync(HttpContext http) => HandleAsync(http, (body, _) =>
    {
        var sid = Route(http, "sid");
        var done = Route(http, "action") switch
        {
            "digits" => emulator.Press(sid, body.Digits ?? ""),
            "speak" => emulator.Speak(sid, body.Text ?? ""),
            "hangup" => emulator.HangUp(sid),
            "agent-answer" => emulator.AgentAnswer(sid),
            "agent-hangup" => emulator.AgentHangUp(sid),
            "agent-speak" => emulator.AgentSpeak(sid, body.Text ?? ""),
            _ => false,
        };
        return Task.FromResult(done ? sid : null);
    });

    public Task ComposeAsync(HttpContext http) => HandleAsync(http, async (body, stop) => await emulator.ComposeMailAsync(
        new() { From = body.From ?? "", FromName = body.FromName, To = body.To, Subject = body.Subject ?? "", Text = body.Text ?? "" }, stop));

    public Task ReplyAsync(HttpContext http) => HandleAsync(http, async (body, stop) =>
        await emulator.ReplyToMailAsync(Route(http, "id"), body.Text ?? "", stop));

    public Task SwitchesAsync(HttpContext http) => HandleAsync(http, async (body, stop) =>
    {
        var now = emulator.Switches;
        await emulator.SetSwitchesAsync(
            new() { Sms = body.Sms ?? now.Sms, Mail = body.Mail ?? now.Mail, Duplicates = body.Duplicates ?? now.Duplicates }, stop);
        return "switches";
    });

    public Task ResetAsync(HttpContext http) => HandleAsync(http, async (_, stop) =>
    {
        await emulator.ResetAsync(stop);
        return "reset";
    });

    private static async Task HandleAsync(HttpContext http, Func<ControlRequest, CancellationToken, Task<string?>> action)
    {
        if (!http.Request.HasJsonContentType() || http.Request.ContentLength is null or > MaxBody)
        {
            await AnswerAsync(http, 415, new() { Error = "A JSON body is wanted." });
            return;
        }

        try
        {
            var body = await http.Request.ReadFromJsonAsync(EmulatorJsonContext.Default.ControlRequest, http.RequestAborted);
            var id = await action(body ?? new(), http.RequestAborted);
            await AnswerAsync(http, id is null ? 404 : 200, id is null ? new() { Error = "There is no such call now." } : new() { Id = id });
        }
        catch (Exception e) when (e is ArgumentException or JsonException)
        {
            await AnswerAsync(http, 400, new() { Error = e is JsonException ? "The body is no JSON that is understood here." : e.Message });
        }
        catch (InvalidOperationException e)
        {
            await AnswerAsync(http, 409, new() { Error = e.Message });
        }
    }

    private static Task AnswerAsync(HttpContext http, int status, ControlAnswer answer)
    {
        http.Response.StatusCode = status;
        return http.Response.WriteAsJsonAsync(answer, EmulatorJsonContext.Default.ControlAnswer, cancellationToken: http.RequestAborted);
    }

    private static string Route(HttpContext http, string name) => http.Request.RouteValues[name] as string ?? "";
}
