using System.Globalization;

namespace OmniChannel.Emulator.Webhooks;

/// <summary>Twilio's page "Webhooks: connection overrides": how often, and after what, a webhook is tried again.</summary>
internal sealed record ConnectionOverrides
{
    public int Retries { get; init; } = 1;

    public IReadOnlyList<string> Policies { get; init; } = ["ct"];

    public TimeSpan TotalTime { get; init; } = TimeSpan.FromSeconds(15);

    public static ConnectionOverrides Read(Uri url)
    {
        var result = new ConnectionOverrides();
        foreach (var pair in url.Fragment.TrimStart('#').Split('&'))
        {
            var value = pair.Length > 3 ? pair[3..] : "";
            var isNumber = int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number);
            result = pair switch
            {
                ['r', 'c', '=', ..] when isNumber => result with { Retries = Math.Min(number, 5) },
                ['r', 'p', '=', ..] => result with { Policies = value.Split(',') },
                ['t', 't', '=', ..] when isNumber => result with { TotalTime = TimeSpan.FromMilliseconds(Math.Clamp(number, 100, 15_000)) },
                _ => result,
            };
        }

        return result;
    }

    /// <param name="status">The HTTP status, 0 when there was no connection.</param>
    public bool RetriesAfter(int status) => Policies.Contains("all") || Policies.Contains(status switch
    {
        0 => "ct",
        >= 500 => "5xx",
        >= 400 => "4xx",
        _ => "",
    });
}
