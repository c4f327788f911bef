using Microsoft.Extensions.DependencyInjection;

namespace OmniChannel.Engagement.Effects;

/// <summary>Asks every customer source about a proved or observed identifier.</summary>
internal sealed class LookupPump(IServiceScopeFactory scopes, WorkspaceRules rules, TimeProvider time)
{
    public async Task<EngineInput> RunAsync(EffectState effect, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(rules.LookupTimeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token);
        var identifier = effect.Identifier ?? throw new InvalidOperationException("A look-up without its identifier.");
        var records = new List<FoundRecord>();
        var scope = scopes.CreateAsyncScope();
        await using (scope.ConfigureAwait(false))
        {
            foreach (var source in scope.ServiceProvider.GetServices<ICustomerSource>())
            {
                var record = await source.FindAsync(identifier, either.Token).WaitAsync(either.Token).ConfigureAwait(false);
                if (record is not null)
                {
                    records.Add(new() { Source = source.Name, Record = record });
                }
            }
        }

        return new EffectResultInput { Effect = effect.Id, Attempt = effect.Attempt, Records = records };
    }
}
