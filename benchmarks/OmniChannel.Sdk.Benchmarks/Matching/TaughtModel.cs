using OmniChannel.Identity.Matching.Comparing;
using OmniChannel.Identity.Matching.Training;

namespace OmniChannel.Matching;

/// <summary>A learned model with the shares of levels counted by the truth instead: what training could have learned at best.</summary>
internal static class TaughtModel
{
    private const int Strangers = 200_000;

    /// <param name="learned">The model.</param>
    /// <param name="person">The person of each of its records.</param>
    public static LinkModel Of(LinkModel learned, int[] person)
    {
        var model = new LinkModel(learned.Records) { AllPairs = learned.AllPairs, Dependences = learned.Dependences };
        var matches = person.Index().GroupBy(one => one.Item, one => one.Index)
            .SelectMany(one => one.SelectMany(a => one.Where(b => a < b).Select(b => ((long)a << 32) | (uint)b))).ToArray();
        Count(model, matches, field => field.M);
        Count(model, Array.FindAll(RandomPairs.Draw(person.Length, Strangers), pair => person[(int)(pair >> 32)] != person[(int)pair]), field => field.U);
        for (var f = 0; f < model.Fields.Length; f++)
        {
            // Equal strangers are counted over all pairs by training already.
            model.Fields[f].U[FieldComparer.Exact] = learned.Fields[f].U[FieldComparer.Exact];
            model.Fields[f].Household = learned.Fields[f].Household;
        }

        (model.Prior, model.Household) = (matches.Length / model.AllPairs, learned.Household);
        model.LearnFrequencies(person);
        model.Refresh();
        return model;
    }

    private static void Count(LinkModel model, long[] pairs, Func<FieldModel, double[]> shares)
    {
        var comparer = new PairComparer(model.Records);
        var levels = new byte[comparer.Width];
        Array.ForEach(model.Fields, field => shares(field).AsSpan().Fill(0.1));
        foreach (var pair in pairs)
        {
            comparer.Compare((int)(pair >> 32), (int)pair, levels);
            for (var f = 0; f < levels.Length; f++)
            {
                if (levels[f] != FieldComparer.Missing)
                {
                    shares(model.Fields[f])[levels[f]]++;
                }
            }
        }

        foreach (var field in model.Fields)
        {
            var sum = shares(field).Sum();
            for (var level = 0; level < field.M.Length; level++)
            {
                shares(field)[level] /= sum;
            }
        }
    }
}
