using System.Collections.Frozen;

namespace OmniChannel.Identity.Identifiers;

/// <summary>
/// Providers whose own pages say what of a local part makes no difference; where they say nothing, nothing is taken away, since a match that is
/// missed is mended sooner than a stranger greeted by name. Gmail: dots and case do not matter, "+" adds a tag, and googlemail.com is gmail.com
/// (support.google.com/mail/answer/7436150 and /10313). Outlook.com: "+" adds a tag since 2013; its pages describe it for Exchange Online, on which it
/// runs (learn.microsoft.com, "Plus addressing in Exchange Online"). iCloud: me.com and mac.com are icloud.com where the account has them
/// (support.apple.com/118230); no page of Apple's mentions "+", so it stays. Fastmail: "+" adds a tag (fastmail.help/hc/en-us/articles/360060591053).
/// Proton: dots, hyphens, underscores and case do not matter (proton.me/support/change-username); "+" adds a tag, pm.me and protonmail.ch are
/// the same mailbox (proton.me/support/addresses-and-aliases). Yahoo: case only, its addresses with a hyphen have a name of their own.
/// </summary>
internal static class EmailProviders
{
    private static readonly FrozenDictionary<string, EmailProvider> All = Make().ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, EmailProvider>.AlternateLookup<ReadOnlySpan<char>> Lookup = All.GetAlternateLookup<ReadOnlySpan<char>>();

    public static EmailProvider? Of(ReadOnlySpan<char> domain) => Lookup.TryGetValue(domain, out var provider) ? provider : null;

    private static Dictionary<string, EmailProvider> Make()
    {
        var all = new Dictionary<string, EmailProvider>(StringComparer.Ordinal);
        Add(new() { Domain = "gmail.com", Ignored = ".", HasTags = true }, "gmail.com", "googlemail.com");
        Add(new() { Domain = "icloud.com" }, "icloud.com", "me.com", "mac.com");
        Add(new() { Domain = "proton.me", Ignored = ".-_", HasTags = true }, "proton.me", "protonmail.com", "protonmail.ch", "pm.me");
        foreach (var own in (ReadOnlySpan<string>)["outlook.com", "hotmail.com", "live.com", "msn.com", "outlook.jp", "hotmail.co.jp", "live.jp", "hotmail.co.uk", "fastmail.com", "fastmail.fm"])
        {
            Add(new() { Domain = own, HasTags = true }, own);
        }

        foreach (var own in (ReadOnlySpan<string>)["yahoo.com", "yahoo.co.jp", "ymail.com", "ymail.ne.jp"])
        {
            Add(new() { Domain = own }, own);
        }

        return all;

        void Add(EmailProvider provider, params ReadOnlySpan<string> domains)
        {
            foreach (var domain in domains)
            {
                all[domain] = provider;
            }
        }
    }
}
