namespace OmniChannel.Engagement;

/// <summary>The few sentences that the engine itself says to customers.</summary>
internal static class Texts
{
    public static string WrongCode(Locale locale) => locale.Language == "ja"
        ? "コードが一致しません。もう一度入力してください。"
        : "That code does not match. Please try again.";

    public static string CodeMessage(Locale locale, string code, TimeSpan lifetime) => locale.Language == "ja"
        ? $"確認コード: {code}\n\nこのコードをチャットに入力してください。{lifetime.TotalMinutes:0}分間有効です。お心当たりがない場合は、このメッセージを無視してください。"
        : $"Your code: {code}\n\nType it into the chat. It works for {lifetime.TotalMinutes:0} minutes. If you did not ask for it, ignore this message.";

    /// <summary>To a caller who says nothing where no question stands.</summary>
    public static string Listening(Locale locale) => locale.Language == "ja" ? "ご用件をお話しください。" : "Please go on, I am listening.";

    /// <summary>Said once the code is on its way, not before.</summary>
    public static string CodeSent(Locale locale) => locale.Language == "ja"
        ? "6桁の確認コードをお送りしました。こちらに入力してください。"
        : "I have sent a six-digit code there. Please type it here.";

    public static string CodeSubject(Locale locale) => locale.Language == "ja" ? "確認コード" : "Your code";
}
