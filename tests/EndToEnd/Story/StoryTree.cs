using OmniChannel.Engagement.Bots;
using OmniChannel.Identity;

namespace OmniChannel.EndToEnd.Story;

/// <summary>The bot of the story: two closed questions, a proof, a person.</summary>
internal static class StoryTree
{
    public static DecisionTree Tree { get; } = DecisionTree.Build(t => t
        .Choice("topic", "topic", new("What is it about?", "ご用件は？"), new("order", new("My order", "注文"), "problem"), new("other", new("Something else", "その他"), "person"))
        .Choice("problem", "problem", new("What happened?", "どうされましたか？"), new("late", new("It has not arrived", "届かない"), "email"), new("size", new("Wrong size", "サイズ違い"), "email"))
        .Verify("email", IdentifierType.Email, new("Your e-mail, please.", "メールアドレスを入力してください。"), "found", "person")
        .Say("found", new("I found your order.", "ご注文を確認しました。"), "more")
        .Choice("more", "next-step", new("Anything else?", "ほかには？"), new("person", new("Talk to a person", "担当者と話す"), "person"), new("done", new("That is all", "以上"), "bye"))
        .HandOff("person", new("One moment.", "少々お待ちください。"))
        .Close("bye", new("Bye!", "ありがとうございました。")));
}
