using System.Text;

namespace OmniChannel.Testing.Channels;

/// <summary>Stands for the provider: keeps what was sent and answers as told.</summary>
internal sealed class ProviderDouble(Func<HttpResponseMessage>? answer = null) : HttpMessageHandler
{
    private readonly List<string> _requests = [];
    private readonly TaskCompletionSource _called = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Method, address, headers and body of each call, as one text.</summary>
    public IReadOnlyList<string> Requests => _requests;

    /// <summary>Completes with the first call.</summary>
    public Task Called => _called.Task;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var text = new StringBuilder($"{request.Method} {request.RequestUri}\n{request.Headers}");
        if (request.Content is { } content)
        {
            text.Append(content.Headers).Append('\n').Append(await content.ReadAsStringAsync(cancellationToken).ConfigureAwait(false));
        }

        _requests.Add(text.ToString());
        _called.TrySetResult();
        if (answer is not null)
        {
            return answer();
        }

        var never = new TaskCompletionSource<HttpResponseMessage>();
        return await never.Task.WaitAsync(cancellationToken).ConfigureAwait(false);
    }
}
