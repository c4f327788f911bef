using OmniChannel.Routing.Explanations;

namespace OmniChannel.Routing;

/// <summary>P7: why an agent was chosen, in words that a person would use.</summary>
public sealed class RoutingTextsTests
{
    [Theory]
    [InlineData("routing.longest-idle", "-", 1, "Aoki was chosen: the only one free (2 present).", "Aokiさんを選びました。今空いているのがこの方だけのためです（在席2人）。")]
    [InlineData("routing.longest-idle", "-", 3, "Aoki was chosen: idle longest of 3 free agents (2 present).", "Aokiさんを選びました。空いている3人の中で待機が最も長いためです（在席2人）。")]
    [InlineData("routing.longest-idle", "ja", 1, "Aoki was chosen: the only one free with the skill ja (1 with it, 2 present).",
        "Aokiさんを選びました。スキル（ja）を持つ人のうち、今空いているのがこの方だけのためです（スキル保有1人、在席2人）。")]
    [InlineData("routing.least-loaded", "ja, billing 2+", 3,
        "Aoki was chosen: the smallest share of capacity in use among 3 free agents with the skills ja, billing 2+ (1 with them, 2 present).",
        "Aokiさんを選びました。スキル（ja, billing 2+）を持つ人のうち、空いている3人の中で使用中の対応枠の割合が最も小さいためです（スキル保有1人、在席2人）。")]
    [InlineData("routing.nobody-skilled", "ja", 1, "2 agents are available, but none with the skill ja.", "在席2人のうち、スキル（ja）を持つ人がいません。")]
    [InlineData("routing.all-busy", "-", 1, "The one agent who could take it is busy.", "対応できる1人は全員対応中です。")]
    [InlineData("routing.held-back", "-", 1, "One free agent could take it, and is kept for other work.", "空いている1人が対応できますが、ほかの作業のために残しています。")]
    [InlineData("routing.held-back", "-", 2, "2 free agents could take it, and are kept for other work.", "空いている2人が対応できますが、ほかの作業のために残しています。")]
    public void Sentence_OfOneAndOfMany_WithAndWithoutSkills_ReadsWell(string code, string skills, int free, string english, string japanese)
    {
        RoutingTexts.Register();
        var explanation = Explanation.Of(code, ("agent", "Aoki"), ("skills", skills), ("free", $"{free}"), ("skilled", "1"), ("present", "2"));

        Assert.Equal((english, japanese), (explanation.ToText(Locale.English), explanation.ToText(Locale.Japanese)));
    }

    [Theory]
    [InlineData("[a=1|one|many]", "one")]
    [InlineData("[a=2|one|many]", "many")]
    [InlineData("[b~y|[a=1|in {b}|]|out]!", "in x[y|z]!")]
    [InlineData("[not a choice] [a=1|two parts] [", "[not a choice] [a=1|two parts] [")]
    [InlineData("[c=|none|some]", "none")]
    public void Template_Chooses_AndReadsNoValueAsATemplate(string template, string expected)
    {
        ExplanationTexts.Add("test.template", template, template);

        Assert.Equal(expected, Explanation.Of("test.template", ("a", "1"), ("b", "x[y|z]")).ToText(Locale.English));
    }
}
