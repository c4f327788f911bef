namespace OmniChannel.Identity.Matching.Training;

/// <summary>
/// Two fields in which strangers agree together more often than chance would have it, such as a postal code and its city. Bits to be added to
/// the sum of both.
/// </summary>
/// <param name="First">The one field.</param>
/// <param name="Second">The other field.</param>
/// <param name="BothAgree">Bits when both agree.</param>
/// <param name="FirstOnly">Bits when only the first agrees.</param>
/// <param name="SecondOnly">Bits when only the second agrees.</param>
/// <param name="NeitherAgrees">Bits when both differ.</param>
internal sealed record Dependence(int First, int Second, double BothAgree, double FirstOnly, double SecondOnly, double NeitherAgrees)
{
    public double Bits(bool first, bool second) => first ? second ? BothAgree : FirstOnly : second ? SecondOnly : NeitherAgrees;
}
