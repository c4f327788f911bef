using System.Collections.Frozen;

namespace OmniChannel.Identity.Identifiers;

/// <summary>
/// Providers whose help pages say what of a local part makes no difference. Gmail: dots and case do not matter, "+" adds a tag, and
/// googlemail.com is gmail.com (support.google.com/mail/answer/7436150, /answer/10313). Outlook.com: "+" adds a tag (support.microsoft.com,
/// "plus addressing"). iCloud: case; me.com and mac.com are the same mailbox (support.apple.com/102540), "+" adds a tag. Fastmail: "+" adds a
/// tag (fastmail.help, "plus addressing"). Proton: dots, hyphens and underscores do not matter, "+" adds a tag, pm.me is the same mailbox
/// (proton.me/support/addresses-and-aliases). Yahoo: case only: its "-" addresses have a name of their own.
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
        Add(new() { Domain = "icloud.com", HasTags = true }, "icloud.com", "me.com", "mac.com");
        Add(new() { Domain = "proton.me", Ignored = ".-_", HasTags = true }, "proton.me", "protonmail.com", "pm.me");
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
