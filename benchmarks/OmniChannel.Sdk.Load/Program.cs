using System.Text.Json;
using OmniChannel.Load;

var options = LoadOptions.Read(args);
var before = Machine.LoadAverage();
var report = new LoadReport
{
    Machine = Machine.Describe(),
    LoadAverage = before,
    Customers = options.Customers,
    Messages = options.Messages,
    Runs = options.Runs,
    Senders = options.Senders,
};
var folder = Directory.CreateTempSubdirectory("omni-load-").FullName;
try
{
    if (options.Only is "" or "http" or "process")
    {
        await AcceptAsync();
    }

    if (options is { Only: "" or "voice", StoredMessages: > 0 })
    {
        await RingAsync();
    }
}
finally
{
    Directory.Delete(folder, true);
}

report.LoadAverage = $"{before} {Machine.LoadAverage()}";
Console.Out.WriteLine(JsonSerializer.Serialize(report, LoadReportJson.Default.LoadReport));

async Task AcceptAsync()
{
    await using var bare = new BareStore(Path.Combine(folder, "bare.db"), options.Batch);
    await using var host = await LoadHost.StartAsync(folder, bare, options.Batch);
    Say($"{options.Customers} customers, each with an open conversation");
    await Customers.WriteAsync(host.Inbound, options.Customers, 1, _ => { });
    var keys = Enumerable.Range(0, options.Customers).Select(i => BareStore.Key(i)).ToArray();
    for (var i = 0; i < keys.Length; i += 512)
    {
        bare.Insert(keys.AsSpan(i, Math.Min(512, keys.Length - i)));
    }

    var acceptance = new Acceptance(host, bare, options);
    if (options.Only is "" or "http")
    {
        await acceptance.HttpAsync(report, Say);
    }

    if (options.Only is "" or "process")
    {
        await acceptance.InProcessAsync(report, Say);
    }
}

async Task RingAsync()
{
    var ringing = Directory.CreateDirectory(Path.Combine(folder, "voice")).FullName;
    await using var bare = new BareStore(Path.Combine(ringing, "bare.db"), options.Batch);
    await new VoiceRing(ringing, bare, options).RunAsync(report, Say);
}

static void Say(string line)
{
    if (!Console.IsErrorRedirected || Environment.GetEnvironmentVariable("OMNI_LOAD_VERBOSE") is not null)
    {
        Console.Error.WriteLine(line);
    }
}
