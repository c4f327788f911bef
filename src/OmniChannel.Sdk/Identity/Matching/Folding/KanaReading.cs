using System.Text;

namespace OmniChannel.Identity.Matching.Folding;

/// <summary>Reads katakana in Latin letters (Hepburn, long vowels short), so that kana and romanised names have one phonetic form.</summary>
internal static class KanaReading
{
    private const string Kana =
        "ア=a イ=i ウ=u エ=e オ=o カ=ka キ=ki ク=ku ケ=ke コ=ko ガ=ga ギ=gi グ=gu ゲ=ge ゴ=go サ=sa シ=shi ス=su セ=se ソ=so ザ=za ジ=ji ズ=zu "
        + "ゼ=ze ゾ=zo タ=ta チ=chi ツ=tsu テ=te ト=to ダ=da ヂ=ji ヅ=zu デ=de ド=do ナ=na ニ=ni ヌ=nu ネ=ne ノ=no ハ=ha ヒ=hi フ=fu ヘ=he ホ=ho "
        + "バ=ba ビ=bi ブ=bu ベ=be ボ=bo パ=pa ピ=pi プ=pu ペ=pe ポ=po マ=ma ミ=mi ム=mu メ=me モ=mo ヤ=ya ユ=yu ヨ=yo ラ=ra リ=ri ル=ru レ=re "
        + "ロ=ro ワ=wa ヲ=o ン=n ヴ=vu ヰ=i ヱ=e";

    private static readonly Dictionary<char, string> Readings = Kana.Split(' ').ToDictionary(pair => pair[0], pair => pair[2..]);

    public static bool IsKana(char c) => c is >= 'ァ' and <= 'ヺ';

    public static string Romanize(string folded)
    {
        if (!folded.Any(IsKana))
        {
            return folded;
        }

        var builder = new StringBuilder(folded.Length * 2);
        foreach (var c in folded)
        {
            if (Readings.TryGetValue(c, out var reading))
            {
                builder.Append(reading);
            }
            else if ("ァィゥェォャュョ".IndexOf(c, StringComparison.Ordinal) is >= 0 and var small)
            {
                Contract(builder, "aiueoauo"[small], glide: small >= 5);
            }
            else if (c is not ('ー' or 'ッ'))
            {
                builder.Append(c);
            }
        }

        return builder.ToString();
    }

    // シ + ャ is sha, キ + ャ is kya, フ + ァ is fa.
    private static void Contract(StringBuilder builder, char vowel, bool glide)
    {
        if (builder.Length > 0 && builder[^1] is 'i' or 'u' or 'e' or 'o')
        {
            var soft = builder.Length > 1 && builder[^2] is 'h' or 'j';
            builder.Length--;
            if (glide && !soft)
            {
                builder.Append('y');
            }
        }

        builder.Append(vowel);
    }
}
