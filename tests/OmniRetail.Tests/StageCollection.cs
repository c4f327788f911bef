namespace OmniChannel.OmniRetail;

/// <summary>Tests that share one shop and one browser, one after the other.</summary>
[CollectionDefinition(nameof(StageCollection))]
public sealed class StageCollection : ICollectionFixture<StageFixture>;
