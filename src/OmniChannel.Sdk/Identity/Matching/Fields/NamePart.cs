namespace OmniChannel.Identity.Matching.Fields;

/// <summary>Which words of a column a field takes.</summary>
internal enum NamePart
{
    Whole,
    First,
    Middle,
    Last,
}
