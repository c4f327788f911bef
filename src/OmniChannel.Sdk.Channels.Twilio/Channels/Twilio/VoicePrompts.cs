using System.Globalization;
using System.Text;

namespace OmniChannel.Channels.Twilio;

/// <summary>What a caller hears besides the commands' own texts, in English and Japanese.</summary>
internal static class VoicePrompts
{
    public static string Wait(WaitCommand wait, bool japanese)
    {
        var text = wait.Position switch
        {
            null => japanese ? "このままお待ちください。" : "Please hold the line.",
            <= 1 => japanese ? "次にお繋ぎいたします。" : "You are next in line.",
            { } n => japanese ? $"ただいま{Text(n)}番目にお待ちいただいています。" : $"You are number {Text(n)} in line.",
        };
        if (wait.ExpectedWait is not { } expected)
        {
            return text;
        }

        var minutes = Math.Max(1, (int)Math.Ceiling(expected.TotalMinutes));
        return text + (japanese
            ? $"待ち時間は約{Text(minutes)}分です。"
            : $" The expected wait is about {Text(minutes)} {(minutes == 1 ? "minute" : "minutes")}.");
    }

    public static string Options(IReadOnlyList<ChoiceOption> options, bool japanese)
    {
        var text = new StringBuilder();
        for (var i = 0; i < options.Count; i++)
        {
            text.Append(japanese ? $"{options[i].Label}は{Text(i + 1)}を押してください。" : $" For {options[i].Label}, press {Text(i + 1)}.");
        }

        return text.ToString();
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
