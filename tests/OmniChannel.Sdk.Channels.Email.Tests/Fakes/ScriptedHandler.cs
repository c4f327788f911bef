using System.Net;
using System.Text;
using System.Text.Json;

namespace OmniChannel.Channels.Email.Tests.Fakes;

/// <summary>Answers HTTP requests by a callback and keeps what was asked.</summary>
internal sealed class ScriptedHandler(Func<HttpResponseMessage> answer) : HttpMessageHandler
{
    public HttpRequestMessage? Request { get; private set; }

    public string Body { get; private set; } = "";

    public JsonElement Json => JsonDocument.Parse(Body).RootElement;

    public HttpClient Client => new(this, disposeHandler: false);

    public static ScriptedHandler Answering(int status, string json = "", params (string Name, string Value)[] headers) => new(() =>
    {
        var response = new HttpResponseMessage((HttpStatusCode)status) { Content = new StringContent(json, Encoding.UTF8, "application/json") };
        foreach (var (name, value) in headers)
        {
            response.Headers.TryAddWithoutValidation(name, value);
        }

        return response;
    });

    public static ScriptedHandler Throwing(Exception exception) => new(() => throw exception);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Request = request;
        Body = await request.Content!.ReadAsStringAsync(cancellationToken);
        return answer();
    }
}
