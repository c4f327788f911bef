using System.Globalization;
using System.Text;

namespace OmniChannel.Simulation.Charts;

/// <summary>Builds an SVG document: numbers without culture, text escaped.</summary>
internal sealed class SvgText
{
    private readonly StringBuilder _text = new();

    public void Add(FormattableString markup) =>
        _text.Append(markup.Format.Length == 0 ? "" : string.Format(CultureInfo.InvariantCulture, markup.Format, [.. markup.GetArguments().Select(Safe)])).Append('\n');

    public override string ToString() => _text.ToString();

    private static object? Safe(object? value) => value switch
    {
        double number => number.ToString("0.##", CultureInfo.InvariantCulture),
        string text => Escape(text),
        _ => value,
    };

    private static string Escape(string text) => string.Concat(text.Where(c => !char.IsControl(c) && !char.IsSurrogate(c)))
        .Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal).Replace("\"", "&quot;", StringComparison.Ordinal);
}
