using System.Text.Json;
using Microsoft.Extensions.Logging;
using OmniChannel.Identity.Matching;
using OmniChannel.Identity.Matching.Live;

namespace OmniChannel.Engagement.Effects;

/// <summary>
/// Compares a committed record with all others. The base is made of the records in the store when the first one is asked about, and again when it
/// has changed much. One record at a time: each is compared with those before it.
/// </summary>
internal sealed partial class MatchPump(
    IReadStore store, CommittedView view, WorkspaceRules rules, TrainedMatcher? trained, MatchingOptions options, TimeProvider time, ILogger<MatchPump> logger) : IDisposable
{
    private const int Threads = 2;
    private const int AtOnce = 1_000;

    // More than begin anything: what is suggested already holds on while it is among them.
    private const int MostFound = 64;
    private readonly SemaphoreSlim _turn = new(1);
    private KnownRecords? _base;

    public async Task<EngineInput> RunAsync(EffectState effect, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            // Behind many others its time has passed: a newer attempt stands in the line, and what this one finds would count for nothing.
            if (time.GetUtcNow() > effect.Deadline)
            {
                Tell(effect);
                return new EffectResultInput { Effect = effect.Id, Attempt = effect.Attempt, Failure = "late" };
            }

            return new EffectResultInput { Effect = effect.Id, Attempt = effect.Attempt, Matches = await TakeAsync(effect.Atom, cancellationToken).ConfigureAwait(false) };
        }
        catch (Exception) when (!cancellationToken.IsCancellationRequested)
        {
            Tell(effect);
            throw;
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();

    private void Tell(EffectState effect)
    {
        if (EffectSteps.IsTired(effect))
        {
            LogPutOff(effect.Atom, effect.Attempt);
        }
    }

    private async Task<IReadOnlyList<FoundMatch>> TakeAsync(long atom, CancellationToken cancellationToken)
    {
        if (trained is null)
        {
            return []; // Asked before a restart without a matcher.
        }

        if (_base is null or { IsWorn: true })
        {
            _base = await BuildAsync(trained, cancellationToken).ConfigureAwait(false);
        }

        var rows = await store.ReadRowsAsync(rules.Workspace, [new(StateTable.Profiles, atom)], cancellationToken).ConfigureAwait(false);
        if (rows.Select(Read).FirstOrDefault()?.Record is not { } record)
        {
            _base.Remove(atom);
            return [];
        }

        try
        {
            return [.. _base.Take(atom, record, MostFound).Where(m => m.IsMatch || m.Probability >= options.ReviewFrom)];
        }
        catch
        {
            _base = null; // Half of the record may be in it: the next one begins with a whole base.
            throw;
        }
    }

    private async Task<KnownRecords> BuildAsync(TrainedMatcher matcher, CancellationToken cancellationToken)
    {
        var records = new List<(long Atom, CustomerRecord Record)>();
        foreach (var atoms in view.Atoms.Chunk(AtOnce))
        {
            var rows = await store.ReadRowsAsync(rules.Workspace, [.. atoms.Select(a => new RowKey(StateTable.Profiles, a))], cancellationToken).ConfigureAwait(false);
            records.AddRange(rows.Select(Read).Where(p => p.Record is not null).Select(p => (p.Atom, p.Record!)));
        }

        records.Sort((x, y) => x.Atom.CompareTo(y.Atom));
        return new(matcher, new(matcher.Schema, options.Columns.ToDictionary()), records, Threads);
    }

    private static ProfileState Read(StateRow row) => JsonSerializer.Deserialize(row.Value.Span, StateJson.Default.ProfileState)!;

    [LoggerMessage(124, LogLevel.Warning, "The record of atom {Atom} was not compared with the others in {Attempts} attempts. It is tried again after a day, or at the next start.")]
    private partial void LogPutOff(long atom, int attempts);
}
