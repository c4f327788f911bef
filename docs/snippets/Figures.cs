#pragma warning disable OMNI001 // The figures are experimental until 1.0.
using OmniChannel;
using OmniChannel.Conversations;
using OmniChannel.Routing.Metrics;

namespace Snippets;

/// <summary>The figures of a contact centre, folded from events.</summary>
internal static class Figures
{
    public static async Task<ContactReport> BranchAsync(IOmniChannel omni, CancellationToken stop)
    {
        // snippet: figures
        var statistics = new ContactStatistics();
        await foreach (var happened in omni.Events.WatchAsync(new(0, 0), stop))
        {
            if (ContactSteps.Of(happened.Entry) is { } step)
            {
                statistics.Add(step);
            }

            if (happened.Entry.Kind == EntryKind.Closed)
            {
                break;
            }
        }

        var branch = statistics.Report("branch");
        // end
        return branch;
    }
}
