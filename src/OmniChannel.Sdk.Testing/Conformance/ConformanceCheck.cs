namespace OmniChannel.Testing.Conformance;

/// <summary>One thing that a channel or a store must do. Any test framework can run it: one test for each check.</summary>
public sealed class ConformanceCheck
{
    private readonly Func<CancellationToken, Task> _run;

    /// <summary>Names a check and says how it runs.</summary>
    public ConformanceCheck(string name, Func<CancellationToken, Task> run)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(run);
        Name = name;
        _run = run;
    }

    /// <summary>A stable name, <c>Subject_Condition_Outcome</c>.</summary>
    public string Name { get; }

    /// <summary>Runs it. Checks of one kit may run at the same time only where the kit says so.</summary>
    /// <exception cref="ConformanceFailedException">The subject does not do what it must; the message says what was expected and what came.</exception>
    public Task RunAsync(CancellationToken cancellationToken = default) => _run(cancellationToken);

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
