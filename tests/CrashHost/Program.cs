using OmniChannel.CrashHost;

// database, address, provider's address; says "ready" once it takes webhooks and then waits to be killed.
await using var app = await CrashShop.StartAsync(args[0], new(args[1]), new(args[2]));
Console.WriteLine("ready");
await Task.Delay(Timeout.InfiniteTimeSpan);
