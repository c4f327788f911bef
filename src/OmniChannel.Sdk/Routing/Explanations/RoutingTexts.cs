namespace OmniChannel.Routing.Explanations;

/// <summary>The sentences behind routing's explanation codes, in English and Japanese.</summary>
internal static class RoutingTexts
{
    // "with the skill ja", "with the skills ja, billing", or nothing where none is asked for
    private const string With = "[skills=-|| with the skill[skills~, |s|] {skills}]";
    private const string Present = "[skills=-||{skilled} with [skills~, |them|it], ]{present} present";

    private static readonly (string Code, string English, string Japanese)[] All =
    [
        Chosen("longest-idle", "idle longest of", "待機が最も長い"),
        Chosen("round-robin", "the longest without new work among", "最も長く新しい作業を受けていない"),
        Chosen("least-loaded", "the smallest share of capacity in use among", "使用中の対応枠の割合が最も小さい"),
        Chosen("most-capable", "the highest levels of the skills among", "スキルのレベルが最も高い"),
        Chosen("weighted-score", "the largest score of waiting and idling among", "待ち時間と待機時間の評価が最も高い"),
        Chosen("queue-ratio", "for the queue most above its share, the first in line among", "割合を最も超えたキューの作業で、順番が先頭である"),
        Chosen("generalized-c-mu", "where waiting costs most, the first in line among", "待つことの損失が最も大きい作業で、順番が先頭である"),
        Chosen("shadow-price", "the least loss of skills that are scarce among", "不足しているスキルの損失が最も小さい"),
        Chosen("batch-optimal", "the best assignment of all who waited together among", "まとめて待っていた作業全体で最適な組み合わせである"),
        Chosen("custom-score", "the highest score of the application's own among", "独自の評価が最も高い"),
        ("routing.preferred", "{agent} was chosen: they have this conversation and can take it.", "{agent}さんを選びました。この会話の担当で、対応できるためです。"),
        ("routing.claimed", "{agent} picked it.", "{agent}さんが自分で選びました。"),
        ("routing.pulled", "{agent} asked for work, and it was the most urgent of all they can take.", "{agent}さんが作業を求め、対応できる中で最も急ぐものだったためです。"),
        ("routing.unknown", "This work is not known any more.", "この作業は見つかりません。"),
        ("routing.nobody-present", "Nobody is available for '{queue}' right now.", "「{queue}」に対応できる人が今いません。"),
        ("routing.nobody-skilled", "[present=1|One agent is|{present} agents are] available, but [present=1|[skills=-|may not take it|not]|[skills=-|none may take it|none]]" + With + ".", "在席{present}人のうち、[skills=-|対応できる|スキル（{skills}）を持つ]人がいません。"),
        ("routing.waits-for-preferred", "It waits for {agent}, who had this conversation.", "この会話を担当していた{agent}さんを待っています。"),
        ("routing.all-busy", "[skilled=1|The one agent who could take it is|All {skilled} agents who could take it are] busy.", "対応できる{skilled}人は全員対応中です。"),
        ("routing.all-declined", "Everybody who could take it declined or missed it and is asked again soon.", "対応できる人は全員辞退または不応答でした。まもなく再び呼び出します。"),
        ("routing.not-before", "It waits for its time.", "開始時刻を待っています。"),
        ("routing.pull-only", "Agents take work from '{queue}' themselves; {ahead} before it.", "「{queue}」の作業は担当者が自分で取ります（前に{ahead}件）。"),
        ("routing.waits-for-window", "It waits for what else comes, to be assigned together.", "まとめて割り当てるため、ほかの作業を待っています。"),
        ("routing.held-back", "[free=1|One free agent could take it, and is|{free} free agents could take it, and are] kept for other work.", "空いている{free}人が対応できますが、ほかの作業のために残しています。"),
    ];

    private static readonly bool Registered = Add();

    private static (string Code, string English, string Japanese) Chosen(string policy, string english, string japanese) => (
        "routing." + policy,
        $"{{agent}} was chosen: [free=1|the only one free{With}|{english} {{free}} free agents{With}] ({Present}).",
        $"{{agent}}さんを選びました。[skills=-||スキル（{{skills}}）を持つ人のうち、][free=1|今空いているのがこの方だけの|空いている{{free}}人の中で{japanese}]ためです（[skills=-||スキル保有{{skilled}}人、]在席{{present}}人）。");

    /// <summary>Adds them once.</summary>
    public static bool Register() => Registered;

    private static bool Add()
    {
        foreach (var (code, english, japanese) in All)
        {
            ExplanationTexts.Add(code, english, japanese);
        }

        return true;
    }
}
