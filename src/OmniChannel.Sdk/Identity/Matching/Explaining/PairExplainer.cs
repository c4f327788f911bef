using System.Globalization;
using OmniChannel.Identity.Matching.Blocking;
using OmniChannel.Identity.Matching.Comparing;
using OmniChannel.Identity.Matching.Training;

namespace OmniChannel.Identity.Matching.Explaining;

/// <summary>Takes a score apart.</summary>
internal static class PairExplainer
{
    static PairExplainer()
    {
        ExplanationTexts.Add("matching.accepted", "The two score {bits} bits, over the threshold of {threshold}.", "スコアは{bits}ビットで、しきい値{threshold}を超えています。");
        ExplanationTexts.Add("matching.below-threshold", "The two score {bits} bits, under the threshold of {threshold}.", "スコアは{bits}ビットで、しきい値{threshold}に届きません。");
        ExplanationTexts.Add("matching.through-others", "The two score {bits} bits, under the threshold of {threshold}; records between them speak for one person.", "スコアは{bits}ビットでしきい値{threshold}に届きませんが、間のレコードにより同一人物と判断されました。");
        ExplanationTexts.Add("matching.bridge-cut", "The two score {bits} bits, over the threshold of {threshold}; the rest of their clusters speaks against it.", "スコアは{bits}ビットでしきい値{threshold}を超えますが、両グループ全体では別人と判断されました。");
        ExplanationTexts.Add("matching.never-compared", "The two share no blocking key and were never compared.", "共通のブロッキングキーがなく、比較されていません。");
    }

    public static PairExplanation Explain(LinkModel model, int a, int b, double threshold, IReadOnlyList<BlockingKey> keys, bool together)
    {
        Span<byte> levels = stackalloc byte[model.Fields.Length];
        new PairComparer(model.Records).Compare(a, b, levels);
        Span<float> commons = stackalloc float[levels.Length];
        model.Commons(levels, a, b, commons);
        var bars = new List<WeightBar> { new() { Field = "prior", Level = "", Bits = model.PriorBits } };
        for (var f = 0; f < levels.Length; f++)
        {
            var field = model.Records.Fields[f];
            var missing = levels[f] == FieldComparer.Missing;
            bars.Add(new()
            {
                Field = field.Name,
                Level = missing ? "missing" : field.Comparer.Levels[levels[f]],
                Bits = model.Bits(f, levels[f], commons[f]),
                FrequencyBits = missing ? 0 : -commons[f],
            });
        }

        foreach (var edge in model.Dependences)
        {
            if (model.Together(edge, levels, commons) is var bits and not 0)
            {
                bars.Add(new() { Field = $"{bars[edge.First + 1].Field} ~ {bars[edge.Second + 1].Field}", Level = "go together", Bits = bits });
            }
        }

        if (model.Named(levels, commons, a, b) is var named and not 0)
        {
            bars.Add(new() { Field = $"name ~ {bars[model.Mails!.Field + 1].Field}", Level = "made of the name", Bits = named });
        }

        var total = model.Score(levels, a, b);
        if (total - bars.Sum(bar => bar.Bits) is var household && Math.Abs(household) > 1e-6)
        {
            bars.Add(new() { Field = "household", Level = "may only live together", Bits = household });
        }

        return new()
        {
            Bars = bars,
            Bits = total,
            Probability = LinkModel.Probability(total),
            Threshold = threshold,
            Together = together,
            SharedKeys = [.. keys.Select(key => key.Name)],
            Verdict = Verdict(total, threshold, keys.Count > 0, together),
        };
    }

    private static Explanation Verdict(double bits, double threshold, bool compared, bool together)
    {
        var code = bits >= threshold && compared ? together ? "matching.accepted" : "matching.bridge-cut"
            : together ? "matching.through-others"
            : compared ? "matching.below-threshold"
            : "matching.never-compared";
        return Explanation.Of(code, ("bits", Text(bits)), ("threshold", Text(threshold)));
    }

    private static string Text(double bits) => bits.ToString("F1", CultureInfo.InvariantCulture);
}
