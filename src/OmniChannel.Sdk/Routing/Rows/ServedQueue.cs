using System.Globalization;

namespace OmniChannel.Routing.Rows;

/// <summary>What is kept of a queue, as a named value of the workspace.</summary>
internal static class ServedQueue
{
    public static string Name(QueueName queue) => "routing.queue:" + queue.Value;

    public static string Write(QueueServed served) =>
        string.Create(CultureInfo.InvariantCulture, $"{served.Last.ToUnixTimeMilliseconds()},{served.Gap},{served.Count}");

    public static QueueServed Read(QueueName queue, string value)
    {
        var parts = value.Split(',');
        return new()
        {
            Queue = queue,
            Last = DateTimeOffset.FromUnixTimeMilliseconds(long.Parse(parts[0], CultureInfo.InvariantCulture)),
            Gap = long.Parse(parts[1], CultureInfo.InvariantCulture),
            Count = int.Parse(parts[2], CultureInfo.InvariantCulture),
        };
    }
}
