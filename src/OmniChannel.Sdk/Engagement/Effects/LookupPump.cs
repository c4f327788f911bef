using Microsoft.Extensions.DependencyInjection;

namespace OmniChannel.Engagement.Effects;

/// <summary>
/// Asks every customer source about a proved or observed identifier, all at once and each in a scope of its own: what one finds counts though another
/// fails, and then all are asked again.
/// </summary>
internal sealed class LookupPump(IServiceScopeFactory scopes, WorkspaceRules rules, TimeProvider time)
{
    public async Task<EngineInput> RunAsync(EffectState effect, CancellationToken cancellationToken)
    {
        // Before the deadline of the effect, so that what was found in time is not lost with what was not.
        using var timeout = new CancellationTokenSource(rules.LookupTimeout * 0.9, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token);
        var identifier = effect.Identifier ?? throw new InvalidOperationException("A look-up without its identifier.");
        var answers = await Task.WhenAll(Enumerable.Range(0, await CountAsync().ConfigureAwait(false)).Select(i => AskAsync(i, identifier, either.Token))).ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
        return new EffectResultInput
        {
            Effect = effect.Id,
            Attempt = effect.Attempt,
            Records = [.. answers.Select(a => a.Found).OfType<FoundRecord>()],
            Failure = answers.Select(a => a.Failure).FirstOrDefault(f => f is not null),
        };
    }

    private IEnumerable<ICustomerSource> Sources(AsyncServiceScope scope) => scope.ServiceProvider.GetKeyedServices<ICustomerSource>(rules.Workspace.Value);

    private async Task<int> CountAsync()
    {
        var scope = scopes.CreateAsyncScope();
        await using (scope.ConfigureAwait(false))
        {
            return Sources(scope).Count();
        }
    }

    private async Task<(FoundRecord? Found, string? Failure)> AskAsync(int index, Identifier identifier, CancellationToken cancellationToken)
    {
        try
        {
            var scope = scopes.CreateAsyncScope();
            await using (scope.ConfigureAwait(false))
            {
                var source = Sources(scope).ElementAt(index);
                var record = await source.FindAsync(identifier, cancellationToken).WaitAsync(cancellationToken).ConfigureAwait(false);
                return (record is null ? null : new() { Source = source.Name, Record = record }, null);
            }
        }
        catch (Exception e)
        {
            return (null, e is OperationCanceledException ? "timed-out" : e.GetType().Name);
        }
    }
}
