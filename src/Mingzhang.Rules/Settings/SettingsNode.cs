using System.Globalization;
using System.Text;
using System.Text.Json;
using Mingzhang.Forms.Loading;

namespace Mingzhang.Rules.Settings;

/// <summary>设置文件的一项：a JSON value with its path and the line where it stands, so that every fault is told with both.</summary>
/// <param name="Path">JSON path, such as $.waivers[0].reason.</param>
/// <param name="Line">Line, from 1.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Text">The text of a string or number; null for anything else.</param>
/// <param name="Fields">Of an object, in order.</param>
/// <param name="Items">Of an array.</param>
internal sealed record SettingsNode(string Path, int Line, JsonTokenType Kind, string? Text, IReadOnlyList<(string Name, SettingsNode Value)> Fields, IReadOnlyList<SettingsNode> Items)
{
    private const int Deepest = 16;

    private static readonly JsonReaderOptions Options = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true, MaxDepth = Deepest };

    /// <summary>读取全文; null where it is no JSON. Comments and trailing commas are allowed: the file is edited by hand.</summary>
    public static SettingsNode? Read(string file, string text, Problems problems)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            problems.Add(file, 1, "$：文件是空的。没有要设置的，请写 {}", "$: the file is empty; write {} where there is nothing to set");
            return null;
        }

        var bytes = Encoding.UTF8.GetBytes(text);
        var reader = new Utf8JsonReader(bytes, Options);
        try
        {
            reader.Read();
            var lines = new LineCounter(bytes);
            var root = Value(ref reader, "$", file, lines, problems);
            // What stands behind the object is refused by the reader.
            reader.Read();
            return root;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // Half a character written as \uD800 is the one fault for which the reader gives no place.
            var fault = e as JsonException;
            var line = fault?.LineNumber is { } known ? (int)known + 1 : new LineCounter(bytes).At(reader.TokenStartIndex);
            var column = ((fault?.BytePositionInLine ?? 0) + 1).ToString(CultureInfo.InvariantCulture);
            problems.Add(file, line, $"不是有效的 JSON（本行第 {column} 个字节）。请检查引号、逗号和括号是否成对", $"this is no valid JSON (byte {column} of the line); check quotes, commas and brackets");
            return null;
        }
    }

    private static SettingsNode Value(ref Utf8JsonReader reader, string path, string file, LineCounter lines, Problems problems)
    {
        var line = lines.At(reader.TokenStartIndex);
        var kind = reader.TokenType;
        if (kind == JsonTokenType.StartArray)
        {
            var items = new List<SettingsNode>();
            while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            {
                items.Add(Value(ref reader, path + "[" + items.Count.ToString(CultureInfo.InvariantCulture) + "]", file, lines, problems));
            }

            return new SettingsNode(path, line, kind, null, [], items);
        }

        if (kind != JsonTokenType.StartObject)
        {
            return new SettingsNode(path, line, kind, kind == JsonTokenType.String ? reader.GetString() : kind == JsonTokenType.Number ? Encoding.UTF8.GetString(reader.ValueSpan) : null, [], []);
        }

        var fields = new List<(string Name, SettingsNode Value)>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var name = reader.GetString()!;
            var at = lines.At(reader.TokenStartIndex);
            reader.Read();
            var value = Value(ref reader, path + "." + name, file, lines, problems);
            if (fields.Exists(f => f.Name == name))
            {
                problems.Add(file, at, $"{path}.{name}：重复。请只保留一个", $"{path}.{name}: is given twice; keep one");
            }

            fields.Add((name, value));
        }

        return new SettingsNode(path, line, kind, null, fields, []);
    }

    /// <summary>行的计数：bytes to lines; it only goes forward.</summary>
    private sealed class LineCounter(byte[] bytes)
    {
        private long _to;
        private int _line = 1;

        public int At(long position)
        {
            for (; _to < position; _to++)
            {
                _line += bytes[_to] == '\n' ? 1 : 0;
            }

            return _line;
        }
    }
}
