namespace OmniChannel.Identity.Graph;

/// <summary>The sentences of the graph's explanations. Identifiers are named by type and number: values are not known to it.</summary>
internal static class GraphTexts
{
    private static readonly (string Code, string English, string Japanese)[] All =
    [
        ("identity.one", "They are one customer.", "同じお客さまです。"),
        ("identity.same", "They are the same identifier.", "同じ識別子です。"),
        ("identity.unknown", "One of them was never seen, or was erased.", "一方は記録がないか、消去されています。"),
        ("identity.nothing-ties", "Nothing ties them.", "両者を結ぶ記録はありません。"),
        ("identity.not-one", "They are two customers: what ties them was refused.", "別のお客さまです。両者を結ぶ記録は採用されませんでした。"),
        ("identity.tie", "The {type} (no. {left}) and the {other} (no. {right}) belong together by {by}, {assurance}, since {since}.", "{type}（{left}番）と{other}（{right}番）は、{by}により{since}から結び付いています（{assurance}）。"),
        ("identity.refused.claimed", "The {type} (no. {left}) and the {other} (no. {right}): somebody only said so.", "{type}（{left}番）と{other}（{right}番）：自己申告のみです。"),
        ("identity.refused.no-consent", "The {type} (no. {left}) and the {other} (no. {right}): linking them is not consented to.", "{type}（{left}番）と{other}（{right}番）：結び付けへの同意がありません。"),
        ("identity.refused.too-old", "The {type} (no. {left}) and the {other} (no. {right}): not seen together for too long.", "{type}（{left}番）と{other}（{right}番）：最後の記録から時間が経ちすぎています。"),
        ("identity.refused.shared", "The {type} (no. {left}) and the {other} (no. {right}): one of them is several people's.", "{type}（{left}番）と{other}（{right}番）：複数の人に共有されている値です。"),
        ("identity.refused.contested", "The {type} (no. {left}) and the {other} (no. {right}): seen together, but with what belongs to two people.", "{type}（{left}番）と{other}（{right}番）：二人の持ち物とともに記録されており、どちらのものか分かりません。"),
        ("identity.refused.kept-apart", "The {type} (no. {left}) and the {other} (no. {right}): a person decided that they are two.", "{type}（{left}番）と{other}（{right}番）：担当者が別人と判断しました。"),
        ("identity.refused.too-large", "The {type} (no. {left}) and the {other} (no. {right}): together they would have too many identifiers.", "{type}（{left}番）と{other}（{right}番）：識別子が多くなりすぎます。"),
        ("identity.refused.strong-crossed", "The {type} (no. {left}) and the {other} (no. {right}): each side has its own {limit}.", "{type}（{left}番）と{other}（{right}番）：それぞれが別の{limit}を持っています。"),
        ("identity.refused.limit", "The {type} (no. {left}) and the {other} (no. {right}): together they would have more than one customer's number of {limit}.", "{type}（{left}番）と{other}（{right}番）：{limit}の数が一人分の上限を超えます。"),
        ("identity.joined", "Customer {joined} became part of this one by {type} and {other}, on {since}.", "お客さま{joined}は、{since}の{type}と{other}の記録により統合されました。"),
        ("identity.joined-otherwise", "Customer {joined} became part of this one; what did it was taken back since, and other ties hold them.", "お客さま{joined}は統合されました。当時の根拠は取り消され、別の記録が結び付けています。"),
        ("identity.removal.nothing", "Without the {type} (no. {left}) the customer stays as it is.", "{type}（{left}番）がなくても、お客さまは変わりません。"),
        ("identity.removal.parts", "Without the {type} (no. {left}) the customer falls into {parts}.", "{type}（{left}番）がないと、お客さまは{parts}つに分かれます。"),
        ("history.began", "First seen: {type} (no. {left}).", "{type}（{left}番）を初めて記録しました。"),
        ("history.tied", "{type} (no. {left}) was seen with {other} (no. {right}) by {by}, {assurance}.", "{type}（{left}番）が{other}（{right}番）とともに記録されました（{by}、{assurance}）。"),
        ("history.joined", "Customer {joined} became part of this one by {type} and {other}.", "お客さま{joined}は、{type}と{other}により統合されました。"),
        ("history.linking-forbidden", "The {type} (no. {left}) may not link.", "{type}（{left}番）での結び付けを禁止しました。"),
        ("history.linking-allowed", "The {type} (no. {left}) may link again.", "{type}（{left}番）での結び付けを再び許可しました。"),
        ("history.verdict-apart", "{by} decided: {type} (no. {left}) and {other} (no. {right}) are never one.", "{by}の判断：{type}（{left}番）と{other}（{right}番）は別人です。"),
        ("history.verdict-together", "{by} decided: {type} (no. {left}) and {other} (no. {right}) are one.", "{by}の判断：{type}（{left}番）と{other}（{right}番）は同一人物です。"),
        ("history.verdict-taken-back", "{by} took back what was decided about {type} (no. {left}) and {other} (no. {right}).", "{by}が{type}（{left}番）と{other}（{right}番）についての判断を取り消しました。"),
        ("history.match-dismissed", "{by} left open whether {type} (no. {left}) and {other} (no. {right}) are one.", "{by}は{type}（{left}番）と{other}（{right}番）が同一人物かどうかを保留しました。"),
        ("term.match", "likeness", "類似性"),
        ("term.email", "e-mail", "メール"),
        ("term.phone", "phone number", "電話番号"),
        ("term.login", "login", "ログイン"),
        ("term.device", "device", "端末"),
        ("term.loyalty-id", "loyalty ID", "会員番号"),
        ("term.channel-address", "address", "アドレス"),
        ("term.session", "a signed-in session", "ログイン中のセッション"),
        ("term.hashed-email", "hashed e-mail", "ハッシュ化されたメール"),
        ("term.hashed-phone", "hashed phone number", "ハッシュ化された電話番号"),
        ("term.claimed", "claimed", "申告"),
        ("term.observed", "observed", "観測"),
        ("term.verified", "verified", "確認済み"),
        ("term.verdict", "a person's decision", "担当者の判断"),
    ];

    public static void Register()
    {
        foreach (var (code, english, japanese) in All)
        {
            ExplanationTexts.Add(code, english, japanese);
        }
    }

    /// <summary>The end of a code: the reason in lower case with hyphens.</summary>
    public static string CodeOf(RefusalReason reason) => reason switch
    {
        RefusalReason.Claimed => "identity.refused.claimed",
        RefusalReason.NoConsent => "identity.refused.no-consent",
        RefusalReason.TooOld => "identity.refused.too-old",
        RefusalReason.Shared => "identity.refused.shared",
        RefusalReason.Contested => "identity.refused.contested",
        RefusalReason.KeptApart => "identity.refused.kept-apart",
        RefusalReason.TooLarge => "identity.refused.too-large",
        RefusalReason.StrongCrossed => "identity.refused.strong-crossed",
        _ => "identity.refused.limit",
    };

    public static string WordOf(Assurance assurance) => assurance switch
    {
        Assurance.Claimed => "claimed",
        Assurance.Observed => "observed",
        _ => "verified",
    };
}
