namespace OmniChannel.Storage.Sqlite.WriteBehind;

/// <summary>A row of the redo table: the moment it was written at is its key.</summary>
internal readonly record struct RedoRow(long Moment, int Size);
