using System.Text.Json.Serialization;

namespace OmniChannel.Content;

/// <summary>
/// What a message carries. A closed hierarchy: every kind has its discriminator in this list, vendor extras travel in
/// <see cref="NativeContent"/>.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(TextContent), "text")]
[JsonDerivedType(typeof(MediaContent), "media")]
[JsonDerivedType(typeof(LocationContent), "location")]
[JsonDerivedType(typeof(ContactContent), "contact")]
[JsonDerivedType(typeof(ChoiceContent), "choice")]
[JsonDerivedType(typeof(ChoiceReplyContent), "choice-reply")]
[JsonDerivedType(typeof(ListContent), "list")]
[JsonDerivedType(typeof(CardContent), "card")]
[JsonDerivedType(typeof(CarouselContent), "carousel")]
[JsonDerivedType(typeof(TemplateContent), "template")]
[JsonDerivedType(typeof(FormContent), "form")]
[JsonDerivedType(typeof(ReactionContent), "reaction")]
[JsonDerivedType(typeof(NativeContent), "native")]
public abstract record MessageContent
{
    private protected MessageContent()
    {
    }

    /// <summary>The content as one plain line or paragraph, for lists, previews and channels that carry text only.</summary>
    [JsonIgnore]
    public abstract string Preview { get; }
}
