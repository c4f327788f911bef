using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using OmniChannel.CrashHost;

namespace OmniChannel.EndToEnd.Kill;

/// <summary>
/// Sends signed SMS webhooks, several at a time, until it is told to stop. What was not answered comes again, as the provider would have it;
/// some of what was answered comes again too.
/// </summary>
internal sealed class SmsSenders(Uri shop) : IDisposable
{
    private const int Customers = 60;
    private const int AtOnce = 16;
    private readonly HttpClient _http = new() { BaseAddress = shop, Timeout = TestTimeouts.Default };
    private readonly ConcurrentQueue<int> _unanswered = [];
    private readonly ConcurrentDictionary<int, bool> _answered = [];
    private int _next;

    public IReadOnlyCollection<int> Answered => [.. _answered.Keys];

    public static string Number(int serial) => string.Create(CultureInfo.InvariantCulture, $"+8190{10_000_001 + (serial % Customers)}");

    /// <summary>Sends new messages and unanswered ones; ends when stopped. <paramref name="began"/> ends with the first answer.</summary>
    public Task RunAsync(TaskCompletionSource began, CancellationToken stopping) => Task.WhenAll(Enumerable.Range(0, AtOnce).Select(async _ =>
    {
        while (!stopping.IsCancellationRequested)
        {
            var serial = _unanswered.TryDequeue(out var again) ? again : Interlocked.Increment(ref _next);
            if (await PostAsync(serial))
            {
                began.TrySetResult();
            }
            else
            {
                stopping.WaitHandle.WaitOne(TimeSpan.FromMilliseconds(5));
            }
        }
    }));

    /// <summary>Sends everything that was not answered, and every tenth of the rest once more.</summary>
    public async Task FinishAsync()
    {
        while (_unanswered.TryDequeue(out var serial))
        {
            Assert.True(await PostAsync(serial));
        }

        foreach (var serial in _answered.Keys.Where(s => s % 10 == 0))
        {
            Assert.True(await PostAsync(serial));
        }
    }

    public void Dispose() => _http.Dispose();

    private async Task<bool> PostAsync(int serial)
    {
        var fields = new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            ["AccountSid"] = CrashShop.Sid,
            ["Body"] = string.Create(CultureInfo.InvariantCulture, $"{Number(serial)} {serial}"),
            ["From"] = Number(serial),
            ["MessageSid"] = string.Create(CultureInfo.InvariantCulture, $"SM{serial:D32}"),
            ["NumMedia"] = "0",
            ["To"] = CrashShop.Number,
        };
        var path = "/omni/channels/sms/main";
        var covered = new Uri(shop, path) + string.Concat(fields.Select(f => f.Key + f.Value));
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new FormUrlEncodedContent(fields) };
        request.Headers.Add("X-Twilio-Signature", Convert.ToBase64String(HMACSHA1.HashData(Encoding.UTF8.GetBytes(CrashShop.Token), Encoding.UTF8.GetBytes(covered))));
        try
        {
            using var response = await _http.SendAsync(request);
            if (response.IsSuccessStatusCode)
            {
                _answered[serial] = true;
                return true;
            }
        }
        catch (HttpRequestException)
        {
            // The process is gone: nobody knows whether it took the message.
        }

        _unanswered.Enqueue(serial);
        return false;
    }
}
