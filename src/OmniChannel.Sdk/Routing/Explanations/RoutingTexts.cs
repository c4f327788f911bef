namespace OmniChannel.Routing.Explanations;

/// <summary>The sentences behind routing's explanation codes, in English and Japanese.</summary>
internal static class RoutingTexts
{
    private static readonly (string Code, string English, string Japanese)[] All =
    [
        ("routing.longest-idle", "{agent} was chosen: idle longest of {free} free agents with the skills {skills} ({skilled} with the skills, {present} present).",
            "{agent}さんを選びました。スキル（{skills}）を持ち空いている{free}人のうち、待機が最も長いためです（スキル保有{skilled}人、在席{present}人）。"),
        ("routing.round-robin", "{agent} was chosen: the longest without new work among {free} free agents ({skilled} with the skills, {present} present).",
            "{agent}さんを選びました。空いている{free}人のうち、最も長く新しい作業を受けていないためです（スキル保有{skilled}人、在席{present}人）。"),
        ("routing.least-loaded", "{agent} was chosen: the smallest share of capacity in use among {free} free agents ({skilled} with the skills, {present} present).",
            "{agent}さんを選びました。空いている{free}人のうち、使用中の対応枠の割合が最も小さいためです（スキル保有{skilled}人、在席{present}人）。"),
        ("routing.most-capable", "{agent} was chosen: the highest levels of the skills among {free} free agents ({skilled} with the skills, {present} present).",
            "{agent}さんを選びました。空いている{free}人のうち、スキルのレベルが最も高いためです（スキル保有{skilled}人、在席{present}人）。"),
        ("routing.weighted-score", "{agent} was chosen: the largest score of waiting and idling among {free} free agents ({skilled} with the skills, {present} present).",
            "{agent}さんを選びました。空いている{free}人のうち、待ち時間と待機時間の評価が最も高いためです（スキル保有{skilled}人、在席{present}人）。"),
        ("routing.queue-ratio", "{agent} was chosen: for the queue most above its share, the first in line among {free} free agents ({skilled} with the skills, {present} present).",
            "{agent}さんを選びました。空いている{free}人のうち、割合を最も超えたキューの作業で、順番が先頭であるためです（スキル保有{skilled}人、在席{present}人）。"),
        ("routing.generalized-c-mu", "{agent} was chosen: where waiting costs most, the first in line among {free} free agents ({skilled} with the skills, {present} present).",
            "{agent}さんを選びました。空いている{free}人のうち、待つことの損失が最も大きい作業で、順番が先頭であるためです（スキル保有{skilled}人、在席{present}人）。"),
        ("routing.shadow-price", "{agent} was chosen: the least loss of skills that are scarce among {free} free agents ({skilled} with the skills, {present} present).",
            "{agent}さんを選びました。空いている{free}人のうち、不足しているスキルの損失が最も小さいためです（スキル保有{skilled}人、在席{present}人）。"),
        ("routing.batch-optimal", "{agent} was chosen: the best assignment of all who waited together among {free} free agents ({skilled} with the skills, {present} present).",
            "{agent}さんを選びました。空いている{free}人のうち、まとめて待っていた作業全体で最適な組み合わせであるためです（スキル保有{skilled}人、在席{present}人）。"),
        ("routing.preferred", "{agent} was chosen: they have this conversation and can take it.", "{agent}さんを選びました。この会話の担当で、対応できるためです。"),
        ("routing.claimed", "{agent} picked it.", "{agent}さんが自分で選びました。"),
        ("routing.pulled", "{agent} asked for work, and it was the most urgent of all they can take.", "{agent}さんが作業を求め、対応できる中で最も急ぐものだったためです。"),
        ("routing.unknown", "This work is not known any more.", "この作業は見つかりません。"),
        ("routing.nobody-present", "Nobody is available for '{queue}' right now.", "「{queue}」に対応できる人が今いません。"),
        ("routing.nobody-skilled", "{present} agents are available, but none has the skills {skills}.", "在席{present}人のうち、スキル（{skills}）を持つ人がいません。"),
        ("routing.waits-for-preferred", "It waits for {agent}, who had this conversation.", "この会話を担当していた{agent}さんを待っています。"),
        ("routing.all-busy", "All {skilled} agents with the skills are busy.", "スキルを持つ{skilled}人は全員対応中です。"),
        ("routing.all-declined", "Everybody who could take it declined or missed it and is asked again soon.", "対応できる人は全員辞退または不応答でした。まもなく再び呼び出します。"),
        ("routing.custom-score", "{agent} was chosen: the highest score of the application's own among {free} free agents ({skilled} with the skills, {present} present).",
            "{agent}さんを選びました。空いている{free}人のうち、独自の評価が最も高いためです（スキル保有{skilled}人、在席{present}人）。"),
        ("routing.not-before", "It waits for its time.", "開始時刻を待っています。"),
        ("routing.pull-only", "Agents take work from '{queue}' themselves; {ahead} before it.", "「{queue}」の作業は担当者が自分で取ります（前に{ahead}件）。"),
        ("routing.waits-for-window", "It waits for what else comes, to be assigned together.", "まとめて割り当てるため、ほかの作業を待っています。"),
        ("routing.held-back", "{free} free agents could take it, and are kept for other work.", "空いている{free}人が対応できますが、ほかの作業のために残しています。"),
    ];

    private static readonly bool Registered = Add();

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
