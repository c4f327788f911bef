namespace OmniChannel.Engagement;

/// <summary>The sentences behind the engine's explanation codes, in English and Japanese.</summary>
internal static class EngineTexts
{
    private static readonly (string Code, string English, string Japanese)[] All =
    [
        ("accepted", "Done.", "完了しました。"),
        ("routing.longest-idle", "{agent} was chosen: idle longest ({idle} s) of {free} free agents with the skills {skills} ({skilled} with the skills, {present} present).",
            "{agent}さんを選びました。スキル（{skills}）を持ち空いている{free}人のうち、待機が最も長い（{idle}秒）ためです（スキル保有{skilled}人、在席{present}人）。"),
        ("routing.preferred", "{agent} was chosen: they have this conversation and can take it.", "{agent}さんを選びました。この会話の担当で、対応できるためです。"),
        ("routing.unknown", "This work is not known any more.", "この作業は見つかりません。"),
        ("routing.nobody-present", "Nobody is available for '{queue}' right now.", "「{queue}」に対応できる人が今いません。"),
        ("routing.nobody-skilled", "{present} agents are available, but none has the skills {skills}.", "在席{present}人のうち、スキル（{skills}）を持つ人がいません。"),
        ("routing.waits-for-preferred", "It waits for {agent}, who had this conversation.", "この会話を担当していた{agent}さんを待っています。"),
        ("routing.all-busy", "All {skilled} agents with the skills are busy.", "スキルを持つ{skilled}人は全員対応中です。"),
        ("routing.all-declined", "Everybody who could take it declined or missed it and is asked again soon.", "対応できる人は全員辞退または不応答でした。まもなく再び呼び出します。"),
        ("work.queued", "Waits in '{queue}'.", "「{queue}」で待機中です。"),
        ("work.declined", "{agent} declined.", "{agent}さんが辞退しました。"),
        ("work.expired", "{agent} did not answer in time.", "{agent}さんの応答がありませんでした。"),
        ("work.transferred", "{by} passed it on.", "{by}さんが引き継ぎました。"),
        ("work.escalated", "{by} escalated it to '{queue}'.", "{by}さんが「{queue}」へエスカレーションしました。"),
        ("work.released", "{by} gave it back to '{queue}'.", "{by}さんが「{queue}」へ戻しました。"),
        ("work.overflowed", "It waited long enough and moved to '{queue}'.", "待機が長いため「{queue}」へ移りました。"),
        ("work.ringing", "The customer rings.", "お客様からの着信です。"),
        ("work.not-yours", "This conversation is not yours now.", "この会話は現在あなたの担当ではありません。"),
        ("work.stale-epoch", "The conversation changed hands since you looked.", "ご覧になった後に担当が変わりました。"),
        ("work.offer-gone", "Somebody else has it, or the offer ran out.", "他の人が受けたか、期限が切れました。"),
        ("work.unknown-queue", "There is no queue '{queue}'.", "キュー「{queue}」はありません。"),
        ("work.unknown-agent", "There is no agent '{agent}' signed in.", "「{agent}」さんはサインインしていません。"),
        ("conversation.unknown", "There is no such conversation.", "この会話は見つかりません。"),
        ("conversation.joined", "Another conversation of the same customer became part of this one.", "同じお客様の別の会話をここに統合しました。"),
        ("conversation.closed", "Closed.", "終了しました。"),
        ("leg.opened", "The conversation began here.", "ここで会話が始まりました。"),
        ("leg.customer-switched", "The customer went on here.", "お客様がこちらで続けました。"),
        ("reply.last-channel", "Where the customer last wrote.", "お客様が最後に使ったチャネルです。"),
        ("reply.visitor-left", "The visitor left the chat, so the reply goes to their proved address.", "お客様がチャットを離れたため、確認済みの連絡先へ返信します。"),
        ("reply.call-over", "A call cannot carry text, so the reply goes by message.", "通話では文字を送れないため、メッセージで返信します。"),
        ("reply.opted-out", "The customer does not want messages there.", "お客様がそのチャネルでの受信を停止しています。"),
        ("reply.first", "The first message to this customer.", "このお客様への最初のメッセージです。"),
        ("reply.waits-for-return", "The visitor left and no other address is proved: it waits for their return.", "お客様が離れ、他に確認済みの連絡先がないため、お戻りを待ちます。"),
        ("reply.no-channel", "Not sent: no channel reaches this customer.", "未送信：このお客様に届くチャネルがありません。"),
        ("send.transient", "{channel} cannot be reached: held, next try in {seconds} s.", "{channel}に接続できません。保留し、{seconds}秒後に再試行します。"),
        ("send.throttled", "{channel} asks us to slow down: next try in {seconds} s.", "{channel}の送信制限中です。{seconds}秒後に再試行します。"),
        ("send.credentials", "{channel} refuses our credentials: held, next try in {seconds} s.", "{channel}の認証に失敗しました。保留し、{seconds}秒後に再試行します。"),
        ("send.ambiguous", "{channel} did not say whether it took the message. It is not sent again on its own.", "{channel}が受け付けたか不明です。自動では再送しません。"),
        ("send.no-answer", "{channel} did not answer in time. It is not sent again on its own.", "{channel}の応答がありません。自動では再送しません。"),
        ("send.restarted", "The service stopped while it was on its way. It is not sent again on its own.", "送信中に停止しました。自動では再送しません。"),
        ("send.opted-out", "Not sent: the customer does not want messages here.", "未送信：お客様が受信を停止しています。"),
        ("send.unreachable", "Nobody is behind this address now.", "この宛先には現在届きません。"),
        ("send.window-closed", "The time in which free replies are allowed is over.", "自由に返信できる期間が終わりました。"),
        ("send.content-refused", "{channel} refused the content.", "{channel}が内容を拒否しました。"),
        ("send.permanent", "{channel} refused the message for good.", "{channel}がメッセージを拒否しました。"),
        ("send.unproved", "Not sent: no proved address of this customer is known.", "未送信：確認済みの宛先がありません。"),
        ("bot.started", "The bot greets.", "ボットが対応します。"),
        ("handoff.asked-for-person", "The customer asked for a person.", "お客様が担当者を希望しました。"),
        ("handoff.not-understood", "The bot did not understand.", "ボットが理解できませんでした。"),
        ("handoff.bot-failed", "The bot failed, so people take over.", "ボットに問題が起きたため、担当者が引き継ぎます。"),
        ("verification.asked", "A code was sent to the {type} that was typed.", "入力された{type}へ確認コードを送りました。"),
        ("verification.proved", "The {type} is proved.", "{type}を確認しました。"),
        ("verification.wrong-code", "The code was wrong.", "コードが違います。"),
        ("verification.not-sent", "The code could not be sent.", "コードを送信できませんでした。"),
        ("verification.no-channel", "No channel can send a code.", "コードを送れるチャネルがありません。"),
        ("verification.not-an-address", "That is no address.", "宛先として正しくありません。"),
        ("verification.too-many", "Too many codes were asked for.", "コードの請求が多すぎます。"),
        ("verification.timed-out", "The code was not typed in time.", "時間内にコードが入力されませんでした。"),
        ("customer.recognised", "Recognised: what was observed or proved ties this to a known customer.", "確認された情報から、既知のお客様と分かりました。"),
        ("customer.unknown", "There is no such customer.", "このお客様は見つかりません。"),
        ("customer.parted", "These are two customers from now on.", "今後は別のお客様として扱います。"),
        ("presence.joined", "The visitor is here.", "お客様が接続中です。"),
        ("presence.left", "The visitor left.", "お客様が離れました。"),
        ("consent.granted", "The customer allows messages here.", "お客様が受信を許可しました。"),
        ("consent.withdrawn", "The customer does not want messages here.", "お客様が受信を停止しました。"),
        ("call.started", "The customer rings.", "着信しました。"),
        ("call.connected", "Connected.", "通話がつながりました。"),
        ("call.unanswered", "The agent's phone did not answer.", "担当者の電話が応答しませんでした。"),
        ("call.ended", "The call is over.", "通話が終わりました。"),
        ("call.control-failed", "The call could not be told what to do ({failure}).", "通話の操作に失敗しました（{failure}）。"),
        ("event.unknown", "Something came that cannot be read; it is kept.", "読み取れない内容を受信し、保存しました。"),
    ];

    public static void Register()
    {
        foreach (var (code, english, japanese) in All)
        {
            ExplanationTexts.Add(code, english, japanese);
        }
    }
}
