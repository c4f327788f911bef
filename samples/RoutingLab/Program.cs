// What a staffing or a rule does to waits: simulates contact centres on the SDK's routing core. See docs/concepts/simulation.md.
using RoutingLab;

return Lab.Run(args, Console.Out, Console.Error, Console.IsErrorRedirected);
