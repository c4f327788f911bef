using System.Text;

namespace OmniChannel;

/// <summary>A sentence with arguments: <c>{name}</c>, and <c>[name=value|then|else]</c> or <c>[name~part|then|else]</c>, which may be nested.</summary>
internal static class ExplanationTemplate
{
    /// <summary>Chooses; what is no choice stays as it is. Values are put in afterwards, so that nothing of them is read as a template.</summary>
    public static string Choose(string template, IReadOnlyDictionary<string, string> arguments)
    {
        if (!template.Contains('[', StringComparison.Ordinal))
        {
            return template;
        }

        var text = new StringBuilder(template.Length);
        for (var i = 0; i < template.Length; i++)
        {
            if (template[i] == '[' && Parts(template, i) is { } parts && IsMet(parts[0], arguments) is { } met)
            {
                text.Append(Choose(parts[met ? 1 : 2], arguments));
                i += parts.Sum(p => p.Length) + 3;
            }
            else
            {
                text.Append(template[i]);
            }
        }

        return text.ToString();
    }

    /// <summary>The three parts of a choice; null where it is none.</summary>
    private static List<string>? Parts(string template, int start)
    {
        var parts = new List<string>(3);
        var (depth, begin) = (0, start + 1);
        for (var i = begin; i < template.Length; i++)
        {
            var c = template[i];
            if (depth == 0 && c is '|' or ']')
            {
                parts.Add(template[begin..i]);
                begin = i + 1;
            }

            if (depth == 0 && c == ']')
            {
                return parts.Count == 3 ? parts : null;
            }

            depth += c == '[' ? 1 : c == ']' ? -1 : 0;
        }

        return null;
    }

    private static bool? IsMet(string condition, IReadOnlyDictionary<string, string> arguments)
    {
        var at = condition.IndexOfAny(['=', '~']);
        if (at <= 0)
        {
            return null;
        }

        var value = arguments.GetValueOrDefault(condition[..at], "");
        var asked = condition[(at + 1)..];
        return condition[at] == '=' ? value == asked : value.Contains(asked, StringComparison.Ordinal);
    }
}
