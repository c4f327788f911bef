using System.Diagnostics.CodeAnalysis;

namespace OmniChannel.Routing;

/// <summary>Routing options that cannot work.</summary>
[Experimental("OMNI001")]
public sealed class RoutingConfigurationException : Exception
{
    /// <summary>Makes one from what is wrong, each as a path and a reason.</summary>
    public RoutingConfigurationException(IReadOnlyList<string> errors)
        : base(string.Join(Environment.NewLine, errors)) => Errors = errors;

    /// <summary>What is wrong: <c>Queues[2].Requirement.Required[0]: there is no skill 'jp'</c>.</summary>
    public IReadOnlyList<string> Errors { get; }
}
