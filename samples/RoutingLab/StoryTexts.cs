using OmniChannel;

namespace RoutingLab;

/// <summary>The sentences of a story, in English and Japanese. Names and keys of the scenario stay as they are.</summary>
internal static class StoryTexts
{
    private static readonly (string Code, string English, string Japanese)[] All =
    [
        ("lab.comes", "Contact {number} of class {class} comes at {at}.", "時刻{at}: 種別「{class}」の{number}番目の問い合わせが来ました。"),
        ("lab.at-once", "At {at}: it goes to {agent}, by {policy}{next}. ", "時刻{at}: {agent}に割り当てます（規則「{policy}」{next}）。"),
        ("lab.after-a-wait", "At {at}: after a wait of {wait} it goes to {agent}, who became free and took the first in line{next}. ",
            "時刻{at}: {wait}待った後、手が空いて列の先頭を受けた{agent}に割り当てます{next}。"),
        ("lab.next", "; {agent} would have been next", "、次の候補は{agent}"),
        ("lab.waits", "At {at}: it waits, {ahead} of its class before it. ", "時刻{at}: 待ちます（同じ種別で前に{ahead}件）。"),
        ("lab.counts", " (Agents present {present}, of these skilled {skilled}, of these free {free}.)", "（在席{present}人、うちスキル保有{skilled}人、うち空き{free}人。）"),
        ("lab.served", "At {at}: it has been served.", "時刻{at}: 対応が終わりました。"),
        ("lab.abandoned", "At {at}: it gives up.", "時刻{at}: 待ちきれずに離れました。"),
        ("lab.blocked", "At {at}: it is blocked: all lines or all places in the queue are taken.", "時刻{at}: 回線または待ち行列に空きがなく、受けられませんでした。"),
    ];

    private static readonly bool Registered = Register();

    /// <summary>A sentence with its words filled in; other languages than these two are told in English.</summary>
    public static string Say(Locale locale, string code, params ReadOnlySpan<(string Name, string Value)> words) =>
        Registered ? Explanation.Of("lab." + code, words).ToText(locale) : "";

    private static bool Register()
    {
        foreach (var (code, english, japanese) in All)
        {
            ExplanationTexts.Add(code, english, japanese);
        }

        return true;
    }
}
