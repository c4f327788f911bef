namespace OmniChannel.Hosting;

/// <summary>What a host decides for its workspaces. Binds from the section given to <c>AddOmniChannel</c>.</summary>
public sealed class OmniChannelOptions
{
    /// <summary>ISO 3166 code of the region in which national phone numbers are read.</summary>
    /// <value>Default <c>JP</c>.</value>
    public string Region { get; set; } = "JP";

    /// <summary>Language of customers who said none.</summary>
    /// <value>Default <c>ja</c>.</value>
    public string Locale { get; set; } = "ja";

    /// <summary>
    /// Where providers reach this application, with its path where it lives below one: <c>https://shop.example</c>, <c>https://example.com/shop</c>.
    /// Signatures are checked against it. Null when the host is not public.
    /// </summary>
    public Uri? PublicBaseUrl { get; set; }

    /// <summary>The path below which channels are mapped.</summary>
    /// <value>Default <c>/omni</c>.</value>
    public string PathPrefix { get; set; } = "/omni";

    /// <summary>How long after closing a contact reopens the conversation.</summary>
    /// <value>Default 7 days.</value>
    public TimeSpan ReopenWindow { get; set; } = TimeSpan.FromDays(7);

    /// <summary>How long a bot has for one turn before people take over.</summary>
    /// <value>Default 10 s.</value>
    public TimeSpan BotTurnTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>The most inputs decided and written together.</summary>
    /// <value>Default 64; 1 to 1,000.</value>
    public int BatchSize { get; set; } = 64;

    /// <summary>Which value a customer's profile shows where sources differ.</summary>
    /// <value>Default: declared before inferred, then the most recent.</value>
    public ProfileOptions Profiles { get; init; } = new();

    internal string WebhookPath(ChannelAccountId account) => $"{PathPrefix.TrimEnd('/')}/channels/{account.Channel}/{Uri.EscapeDataString(account.Account)}";

    internal Uri? WebhookUrl(ChannelAccountId account) => PublicBaseUrl is { } url ? new Uri(url, url.AbsolutePath.TrimEnd('/') + WebhookPath(account)) : null;
}
