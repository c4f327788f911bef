using System.Diagnostics;

namespace OmniChannel.Load;

/// <summary>Accepted messages per second, the pipeline and its baseline in turn, over HTTP and in process.</summary>
internal sealed class Acceptance(LoadHost host, BareStore bare, LoadOptions options)
{
    private readonly Random _random = new(7);
    private long _serial = 1_000_000;

    public async Task HttpAsync(LoadReport report, Action<string> progress)
    {
        var (ours, theirs, times) = (new List<double>(), new List<double>(), new List<double>());
        var (processor, bareProcessor) = (new List<double>(), new List<double>());
        using var sender = new Sender(options.Senders, host.Address);
        for (var i = 0; i < options.WarmUps; i++)
        {
            await sender.SendAsync(Requests(Webhook.SmsPath, options.Messages));
            await sender.SendAsync(Requests(Webhook.BarePath, options.Messages));
        }

        host.Store.Reset();
        for (var run = 1; run <= options.Runs; run++)
        {
            var (accepted, milliseconds, microseconds) = await SendAsync(sender, Webhook.SmsPath);
            var (inserted, _, bareMicroseconds) = await SendAsync(sender, Webhook.BarePath);
            processor.Add(microseconds);
            bareProcessor.Add(bareMicroseconds);
            ours.Add(accepted);
            theirs.Add(inserted);
            times.AddRange(milliseconds);
            progress($"HTTP run {run}: {accepted:F0}/s, {microseconds:F0} us of processor a message; bare {inserted:F0}/s, {bareMicroseconds:F0} us");
        }

        (report.AcceptedPerSecond, report.BareHttpPerSecond) = (Numbers.Median(ours), Numbers.Median(theirs));
        (report.HttpCpuMicroseconds, report.BareHttpCpuMicroseconds) = (Numbers.Median(processor), Numbers.Median(bareProcessor));
        report.HttpRatio = Numbers.Median(ours.Zip(theirs, (o, t) => o / t));
        (report.P50Ms, report.P99Ms) = (Numbers.At(times, 0.5), Numbers.At(times, 0.99));
        var store = host.Store;
        report.Batch = store.Inputs / (double)Math.Max(1, store.Commits);
        report.RowsPerMessage = store.Rows / (double)Math.Max(1, store.Inputs);
        report.BytesPerMessage = store.Bytes / (double)Math.Max(1, store.Inputs);
    }

    public async Task InProcessAsync(LoadReport report, Action<string> progress)
    {
        var (ours, theirs) = (new List<double>(), new List<double>());
        var (processor, allocated) = (new List<double>(), new List<double>());
        for (var i = 0; i < options.WarmUps; i++)
        {
            await PipelineAsync(options.Messages);
            Insert(options.Messages);
        }

        for (var run = 1; run <= options.Runs; run++)
        {
            var (rate, microseconds, bytes) = await PipelineAsync(options.Messages);
            ours.Add(rate);
            processor.Add(microseconds);
            allocated.Add(bytes);
            theirs.Add(Insert(options.Messages));
            progress($"in process run {run}: {ours[^1]:F0}/s, bare {theirs[^1]:F0}/s, {processor[^1]:F0} us of processor a message");
        }

        (report.InProcessCpuMicroseconds, report.InProcessAllocatedBytes) = (Numbers.Median(processor), Numbers.Median(allocated));
        (report.InProcessPerSecond, report.BareStorePerSecond) = (Numbers.Median(ours), Numbers.Median(theirs));
        report.InProcessRatio = Numbers.Median(ours.Zip(theirs, (o, t) => o / t));
    }

    private async Task<(double PerSecond, double[] Milliseconds, double Microseconds)> SendAsync(Sender sender, string path)
    {
        var requests = Requests(path, options.Messages);
        Collect();
        var processor = Environment.CpuUsage.TotalTime;
        var (rate, milliseconds) = await sender.SendAsync(requests);
        return (rate, milliseconds, (Environment.CpuUsage.TotalTime - processor).TotalMicroseconds / options.Messages);
    }

    private async Task<(double PerSecond, double Microseconds, double Bytes)> PipelineAsync(int count)
    {
        var webhooks = Webhooks(Webhook.SmsPath, count);
        var account = new Channels.ChannelAccountId(new("sms"), "main");
        Collect();
        var next = -1;
        var (processor, allocated) = (Environment.CpuUsage.TotalTime, GC.GetTotalAllocatedBytes());
        var start = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, 4 * options.Batch).Select(_ => Task.Run(async () =>
        {
            for (var i = Interlocked.Increment(ref next); i < count; i = Interlocked.Increment(ref next))
            {
                var answer = await host.Inbound.ReceiveAsync(account, webhooks[i].ToRequest(host.PublicBase, TimeProvider.System.GetUtcNow()));
                if (answer.StatusCode != 200)
                {
                    throw new InvalidOperationException($"Answered {answer.StatusCode}.");
                }
            }
        })));
        return (
            count / Stopwatch.GetElapsedTime(start).TotalSeconds,
            (Environment.CpuUsage.TotalTime - processor).TotalMicroseconds / count,
            (GC.GetTotalAllocatedBytes() - allocated) / (double)count);
    }

    private double Insert(int count)
    {
        var keys = Enumerable.Range(0, count).Select(_ => BareStore.Key(_serial++)).ToArray();
        Collect();
        var start = Stopwatch.GetTimestamp();
        for (var i = 0; i < count; i += options.Batch)
        {
            bare.Insert(keys.AsSpan(i, Math.Min(options.Batch, count - i)));
        }

        return count / Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    /// <summary>What was prepared for a run is not collected while the run is timed.</summary>
    private static void Collect() => GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, true, true);

    private byte[][] Requests(string path, int count) => [.. Webhooks(path, count).Select(w => w.ToHttp(host.Address.ToString()))];

    private Webhook[] Webhooks(string path, int count) =>
        [.. Enumerable.Range(0, count).Select(_ => Webhook.Sms(host.PublicBase, path, _serial++, _random.Next(options.Customers)))];
}
