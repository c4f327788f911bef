using Microsoft.Extensions.Logging;

namespace OmniChannel.Engagement.Engine;

/// <summary>Tells the world of a batch that is durable: readers, pumps, streams and the callers who wait, in this order.</summary>
internal sealed partial class Announcer(CommittedView view, CommitFeed feed, Action<DecidedInput> committed, ILogger<Announcer> logger)
{
    public void Announce(PendingBatch batch)
    {
        view.Publish(batch.NewSequence, batch.Rows);
        foreach (var input in batch.Inputs)
        {
            committed(input);
        }

        feed.Publish(batch.Inputs);
        foreach (var (envelope, outcome) in batch.Waiting)
        {
            Answer(envelope, outcome);
        }
    }

    private void Answer(Envelope envelope, InputOutcome outcome)
    {
        if (outcome.Failure is { } failure)
        {
            LogPoisoned(failure, envelope.Input.Kind);
            if (envelope.Input is CommandInput)
            {
                envelope.Fail(new InputPoisonedException("The command failed and changed nothing.", failure));
                return;
            }
        }

        envelope.Complete(outcome);
    }

    [LoggerMessage(114, LogLevel.Error, "An input of kind {Kind} failed, was rolled back alone and is recorded.")]
    private partial void LogPoisoned(Exception exception, string kind);
}
