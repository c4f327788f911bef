namespace OmniChannel.Routing;

internal readonly record struct WorkHandle(int Index, int Generation);
internal enum WorkFactKind { None, Assigned }
internal record struct WorkFact { public WorkFactKind Kind; public long Tag; public int Agent; }
