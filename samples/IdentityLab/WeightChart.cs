using System.Globalization;
using System.Security;
using System.Text;
using OmniChannel.Identity.Matching;

namespace IdentityLab;

/// <summary>A picture of the model: a bar for each level of each field, to the right for a match and to the left against it.</summary>
internal static class WeightChart
{
    private const int Row = 18, Label = 300, Middle = 560, Width = 860;

    public static string Draw(MatchModel model)
    {
        var widest = Math.Max(1, model.Fields.SelectMany(field => field.Levels).Max(level => Math.Abs(level.Bits)));
        var unit = (Width - Middle - 50) / widest;
        var body = new StringBuilder();
        var y = 40;
        foreach (var field in model.Fields)
        {
            body.Append(Text(10, y + 13, $"{field.Field} ({field.Kind})", "font-weight=\"bold\""));
            foreach (var level in field.Levels)
            {
                var (bits, length) = (level.Bits, Math.Abs(level.Bits) * unit);
                body.Append(Text(Label, y + 13, level.Level, "text-anchor=\"end\""));
                body.Append(CultureInfo.InvariantCulture,
                    $"<rect x=\"{(bits < 0 ? Middle - length : Middle):F1}\" y=\"{y + 3}\" width=\"{length:F1}\" height=\"{Row - 5}\" fill=\"{(bits < 0 ? "#c2410c" : "#0f766e")}\"/>\n");
                body.Append(Text(bits < 0 ? Middle + 6 : Middle - 6, y + 13, bits.ToString("+0.0;-0.0;0.0", CultureInfo.InvariantCulture), bits < 0 ? "" : "text-anchor=\"end\""));
                y += Row;
            }

            y += Row / 2;
        }

        return Page(y + 10, $"Match weights in bits; prior {Math.Log2(model.Prior / (1 - model.Prior)).ToString("F1", CultureInfo.InvariantCulture)}", body);
    }

    public static string Page(int height, string title, StringBuilder body) =>
        $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {Width} {height}\" font-family=\"sans-serif\" font-size=\"12\" role=\"img\">\n"
        + $"<title>{SecurityElement.Escape(title)}</title>\n<rect width=\"{Width}\" height=\"{height}\" fill=\"#ffffff\"/>\n"
        + Text(10, 22, title, "font-size=\"15\"") + body + "</svg>\n";

    public static string Text(int x, int y, string text, string attributes) => $"<text x=\"{x}\" y=\"{y}\" {attributes}>{SecurityElement.Escape(text)}</text>\n";
}
