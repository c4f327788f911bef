using OmniChannel.Identity.Matching.Folding;

namespace OmniChannel.Identity.Matching.Fields;

/// <summary>
/// Whether a column of whole names writes the family name first, as in Viet Nam, China, Korea and Hungary: few families share most people there, so
/// a short list of the commonest tells. Names that are not in Latin letters are told apart by themselves.
/// </summary>
internal static class FamilyFirst
{
    private const int Sample = 2000;
    private const double Enough = 0.4;

    // The commonest family names of each country; those that are common given names elsewhere are left out.
    private static readonly HashSet<string> Names = new((
        "nguyen tran le pham hoang huynh phan vu vo dang bui do ho ngo duong ly dinh truong doan trinh "
        + "wang li zhang liu chen yang huang zhao wu zhou xu sun ma zhu hu guo he lin gao luo zheng liang xie tang cao deng feng peng zeng xiao tian dong pan yuan jiang cai jia wei xue ye "
        + "kim lee park choi jung jeong kang cho yoon jang lim shin oh seo kwon hwang song hong moon bae baek noh "
        + "nagy kovacs toth szabo horvath varga kiss molnar nemeth farkas balogh papp takacs juhasz lakatos meszaros olah").Split(' '), StringComparer.Ordinal);

    public static bool Of(ValueColumn column)
    {
        var (first, last, seen) = (0, 0, 0);
        for (var value = 0; value < column.Distinct && seen < Sample; value++)
        {
            var words = TextFolder.Fold(column.Text(value)).Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (words.Length >= 2 && !column.Text(value).Contains(',', StringComparison.Ordinal))
            {
                seen++;
                first += Names.Contains(words[0]) ? 1 : 0;
                last += Names.Contains(words[^1]) ? 1 : 0;
            }
        }

        return first >= Enough * seen && 2 * first > 3 * last;
    }
}
