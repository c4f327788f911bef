using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace OmniChannel.Storage;

/// <summary>
/// Values to the bytes that a store keeps. Nothing here is put into a page, so that letters outside ASCII are written as themselves: a Japanese
/// text takes half the bytes. Thread-safe.
/// </summary>
internal static class StoredJson
{
    private const int KeptBytes = 1 << 20;
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    [ThreadStatic]
    private static ArrayBufferWriter<byte>? _buffer;

    [ThreadStatic]
    private static Utf8JsonWriter? _writer;

    public static byte[] Write<T>(T value, JsonTypeInfo<T> type)
    {
        var writer = Begin();
        JsonSerializer.Serialize(writer, value, type);
        return End(writer);
    }

    public static byte[] Write(object value, JsonTypeInfo type)
    {
        var writer = Begin();
        JsonSerializer.Serialize(writer, value, type);
        return End(writer);
    }

    private static Utf8JsonWriter Begin()
    {
        if (_buffer is null or { Capacity: > KeptBytes })
        {
            _buffer = new(1024);
            _writer = new(_buffer, Options);
        }

        _buffer.ResetWrittenCount();
        _writer!.Reset();
        return _writer;
    }

    private static byte[] End(Utf8JsonWriter writer)
    {
        writer.Flush();
        return _buffer!.WrittenSpan.ToArray();
    }
}
