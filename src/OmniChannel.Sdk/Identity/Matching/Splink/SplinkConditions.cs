namespace OmniChannel.Identity.Matching.Splink;

/// <summary>Levels as SQL over prepared columns, in DuckDB's dialect. Levels are tried in order, so a condition need not exclude earlier ones.</summary>
internal static class SplinkConditions
{
    /// <summary>The condition of a level, <c>ELSE</c> for the last, or null when SQL cannot state it.</summary>
    public static string? Of(MatchModel model, int f, int level)
    {
        var field = model.Fields[f];
        if (level == field.Levels.Count - 1)
        {
            return "ELSE";
        }

        var name = SplinkSettings.ColumnOf(field.Field);
        var (l, r) = ($"\"{name}_l\"", $"\"{name}_r\"");
        return (field.Kind, field.Levels[level].Level) switch
        {
            (_, "equal") => $"{l} = {r}",
            (FieldKind.Date, "one edit or swapped parts") =>
                $"damerau_levenshtein({l}, {r}) <= 1 OR {l} = substr({r}, 1, 4) || substr({r}, 7, 2) || substr({r}, 5, 2)",
            (FieldKind.Date, "two parts equal") =>
                $"(substr({l}, 1, 4) = substr({r}, 1, 4))::int + (substr({l}, 5, 2) = substr({r}, 5, 2))::int + (substr({l}, 7, 2) = substr({r}, 7, 2))::int = 2",
            (FieldKind.Date, _) => null,
            (FieldKind.Age, "one apart") => $"{Apart(l, r)} <= 1",
            (FieldKind.Age, "one edit") => $"{Edits(l, r)} <= 1",
            (FieldKind.Age, "near") => $"{Apart(l, r)} <= 4",
            (FieldKind.Category, "one edit") => $"length({l}) >= 2 AND length({r}) >= 2 AND greatest(length({l}), length({r})) >= 3 AND {Edits(l, r)} <= 1",
            (_, "one edit") => $"{Edits(l, r)} <= 1 AND greatest(length({l}), length({r})) >= {(IsCode(field.Kind) ? 2 : 4)}",
            (_, "two edits") => $"{Edits(l, r)} <= 2 AND least(length({l}), length({r})) >= 5",
            (FieldKind.GivenName or FieldKind.FamilyName, "alike") => $"(jaro_winkler_similarity({l}, {r}) >= 0.89 AND {Longer(l, r)}) OR ({Edits(l, r)} <= 2 AND least(length({l}), length({r})) >= 6)",
            (FieldKind.GivenName or FieldKind.FamilyName, "short form") => $"starts_with({l}, {r}) OR starts_with({r}, {l})",
            (FieldKind.GivenName or FieldKind.FamilyName, "near") => $"jaro_winkler_similarity({l}, {r}) >= 0.78 AND {Longer(l, r)}",
            (FieldKind.Email, "alike") => $"{Edits(l, r)} <= 4 OR jaro_winkler_similarity({l}, {r}) >= 0.93",
            (FieldKind.Email, "same local part") => $"split_part({l}, '@', 1) = split_part({r}, '@', 1)",
            (FieldKind.Email, "local part alike") => $"jaro_winkler_similarity(split_part({l}, '@', 1), split_part({r}, '@', 1)) >= 0.92",
            (_, "alike") => $"jaro_winkler_similarity({l}, {r}) >= 0.92",
            (_, "near") => $"jaro_winkler_similarity({l}, {r}) >= 0.8",
            (_, "swapped") => Swapped(model, f),
            _ => null,
        };
    }

    private static bool IsCode(FieldKind kind) => kind is FieldKind.PostalCode or FieldKind.Phone or FieldKind.Number or FieldKind.Identifier;

    private static string Apart(string l, string r) => $"abs(try_cast({l} AS INTEGER) - try_cast({r} AS INTEGER))";

    private static string Longer(string l, string r) => $"least(length({l}), length({r})) >= 3";

    private static string Edits(string l, string r) => $"damerau_levenshtein({l}, {r})";

    // The other name of a pair of names, when there is exactly one.
    private static string? Swapped(MatchModel model, int f)
    {
        var other = model.Fields[f].Kind switch
        {
            FieldKind.GivenName => FieldKind.FamilyName,
            FieldKind.FamilyName => FieldKind.GivenName,
            _ => FieldKind.Text,
        };
        var partners = model.Fields.Where(field => field.Kind == other && other != FieldKind.Text).ToList();
        var same = model.Fields.Count(field => field.Kind == model.Fields[f].Kind);
        if (partners.Count != 1 || same != 1)
        {
            return null;
        }

        var (mine, theirs) = (SplinkSettings.ColumnOf(model.Fields[f].Field), SplinkSettings.ColumnOf(partners[0].Field));
        return $"\"{mine}_l\" = \"{theirs}_r\" OR \"{theirs}_l\" = \"{mine}_r\"";
    }
}
