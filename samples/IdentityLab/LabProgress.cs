using OmniChannel.Identity.Matching;

namespace IdentityLab;

/// <summary>Says on standard error what is being done, when somebody looks at it.</summary>
internal static class LabProgress
{
    public static void Tell(string what)
    {
        if (!Console.IsErrorRedirected)
        {
            Console.Error.Write($"\r\u001b[K{what}");
        }
    }

    public static void Tell(MatchStage stage) => Tell(stage switch
    {
        MatchStage.Preparing => "folding values ...",
        MatchStage.Training => "training ...",
        MatchStage.Predicting => "comparing pairs ...",
        _ => "clustering ...",
    });

    public static void Done() => Tell("");
}
