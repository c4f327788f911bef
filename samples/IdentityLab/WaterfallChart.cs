using System.Globalization;
using System.Text;
using OmniChannel.Identity.Matching;

namespace IdentityLab;

/// <summary>A picture of one pair: each bar begins where the one before it ended; a line shows the threshold.</summary>
internal static class WaterfallChart
{
    private const int Row = 22, Left = 330, Right = 840;

    public static string Draw(PairExplanation explanation)
    {
        double low = Math.Min(0, explanation.Threshold), high = Math.Max(0, explanation.Threshold), sum = 0;
        foreach (var bar in explanation.Bars)
        {
            sum += bar.Bits;
            (low, high) = (Math.Min(low, sum), Math.Max(high, sum));
        }

        double X(double bits) => Left + ((bits - low) / Math.Max(1e-9, high - low) * (Right - Left));
        var body = new StringBuilder();
        var y = 40;
        sum = 0;
        foreach (var bar in explanation.Bars)
        {
            var (from, to) = (X(sum), X(sum + bar.Bits));
            sum += bar.Bits;
            var bits = bar.Bits.ToString("+0.0;-0.0;0.0", CultureInfo.InvariantCulture);
            body.Append(WeightChart.Text(10, y + 14, $"{bar.Field} {bar.Level} {bits}".Replace("  ", " ", StringComparison.Ordinal), ""));
            body.Append(CultureInfo.InvariantCulture,
                $"<rect x=\"{Math.Min(from, to):F1}\" y=\"{y + 3}\" width=\"{Math.Abs(to - from):F1}\" height=\"{Row - 7}\" fill=\"{(bar.Bits < 0 ? "#c2410c" : "#0f766e")}\"/>\n");
            y += Row;
        }

        body.Append(CultureInfo.InvariantCulture,
            $"<line x1=\"{X(explanation.Threshold):F1}\" x2=\"{X(explanation.Threshold):F1}\" y1=\"36\" y2=\"{y}\" stroke=\"#111827\" stroke-dasharray=\"4 3\"/>\n");
        var title = string.Create(CultureInfo.InvariantCulture, $"{explanation.Bits:F1} bits, threshold {explanation.Threshold:F1}");
        return WeightChart.Page(y + 12, title, body);
    }
}
