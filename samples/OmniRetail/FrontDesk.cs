using OmniChannel.Engagement.Bots;
using OmniChannel.Identity;

namespace OmniRetail;

/// <summary>The bot that greets: two closed questions, a proof of the e-mail for order matters, and a person whenever one is wanted.</summary>
internal static class FrontDesk
{
    public static DecisionTree Tree { get; } = DecisionTree.Build(t => t
        .Choice("topic", "topic", new("Hi! What is it about?", "こんにちは。ご用件をお選びください。"),
            new("order", new("My order", "注文について"), "problem"),
            new("product", new("A sneaker", "商品について"), "model"))
        .Choice("problem", "problem", new("What happened?", "どうされましたか？"),
            new("late", new("It has not arrived", "まだ届かない"), "email"),
            new("size", new("The size is wrong", "サイズが合わない"), "email"))
        .Question("model", "model", new("Which model?", "どのモデルですか？"), "person")
        .Verify("email", IdentifierType.Email,
            new("To look into your order I need your e-mail. I will send a code there.", "ご注文を確認します。メールアドレスを入力してください。確認コードをお送りします。"),
            next: "found", otherwise: "person")
        .Say("found", new("Thank you, I found your order OR-1042: it left our warehouse yesterday.", "ありがとうございます。ご注文 OR-1042 は昨日倉庫を出発しました。"), "more")
        .Choice("more", "", new("How can I help further?", "ほかにお手伝いできますか？"),
            new("person", new("Talk to a person", "担当者と話す"), "person"),
            new("done", new("That is all", "以上です"), "bye"))
        .HandOff("person", new("I am passing you to a colleague, with everything you told me.", "担当者に引き継ぎます。お話しいただいた内容はすべて伝えます。"))
        .Close("bye", new("Have a nice day!", "ご利用ありがとうございました。")));
}
