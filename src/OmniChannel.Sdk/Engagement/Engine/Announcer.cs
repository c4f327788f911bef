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
            LogPoisoned(envelope.Input.Kind, failure.GetType().Name, failure.StackTrace);
            if (envelope.Input is CommandInput)
            {
                envelope.Fail(new InputPoisonedException("The command failed and changed nothing.", failure));
                return;
            }
        }

        envelope.Complete(outcome);
    }

    /// <summary>Without the exception's message: it may quote what the customer sent.</summary>
    [LoggerMessage(114, LogLevel.Error, "An input of kind {Kind} failed with {Failure}, was rolled back alone and is recorded.\n{Where}")]
    private partial void LogPoisoned(string kind, string failure, string? where);
}
