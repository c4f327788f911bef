using System.Net;
using System.Text;

namespace OmniChannel.Fakes;

/// <summary>Answers HTTP requests by a callback and keeps what was asked.</summary>
internal sealed class ScriptedHandler(Func<CancellationToken, Task<HttpResponseMessage>> answer) : HttpMessageHandler
{
    public HttpRequestMessage? Request { get; private set; }

    public string Body { get; private set; } = "";

    public int Calls { get; private set; }

    public HttpClient Client => new(this, disposeHandler: false);

    public WebhookValues Form => new WebhookRequest
    {
        Method = "POST",
        Url = Request!.RequestUri!,
        ReceivedAt = default,
        Headers = new([new("Content-Type", Request.Content!.Headers.ContentType!.ToString())]),
        Body = Encoding.UTF8.GetBytes(Body),
    }.Form().Fields;

    public static ScriptedHandler Answering(int status, string json, params (string Name, string Value)[] headers) => new(_ =>
    {
        var response = new HttpResponseMessage((HttpStatusCode)status) { Content = new StringContent(json, Encoding.UTF8, "application/json") };
        foreach (var (name, value) in headers)
        {
            response.Headers.TryAddWithoutValidation(name, value);
        }

        return Task.FromResult(response);
    });

    public static ScriptedHandler Throwing(Exception exception) => new(_ => Task.FromException<HttpResponseMessage>(exception));

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Calls++;
        Request = request;
        Body = await request.Content!.ReadAsStringAsync(cancellationToken);
        return await answer(cancellationToken);
    }
}
