using System.Globalization;
using System.Text.Json;
using Mingzhang.Budget;
using Mingzhang.Forms;

namespace Mingzhang.Documents.Writing.Model;

/// <summary>底稿的读取：what is unknown, missing or no number is refused with its place; all faults are told, not only the first.</summary>
public sealed class ModelReading
{
    private const int MostProblems = 50;
    private static readonly string[] Known = ["schema", "book", "entity", "year", "kind", "scope", "lines", "totals", "words", "counts", "performance"];
    private readonly Library _library;
    private readonly List<ModelProblem> _problems = [];

    private ModelReading(Library library) => _library = library;

    /// <summary>读取底稿; the model is null where anything in it is faulty.</summary>
    public static ModelResult Read(byte[] bytes, Library library)
    {
        ArgumentNullException.ThrowIfNull(library);
        var reading = new ModelReading(library);
        BookedDraft? model = null;
        try
        {
            using var document = JsonDocument.Parse(bytes, new JsonDocumentOptions { MaxDepth = 16 });
            model = reading.Model(document.RootElement);
        }
        catch (InvalidOperationException)
        {
            // Half a character, written as \uD800: the reader of JSON meets it only when the text is asked for, and gives no place.
            reading.Fault("底稿", "有不成字符的转义（单个 \\uD800 至 \\uDFFF）", "the model", "has an escape that is no character (a single \\uD800 to \\uDFFF)");
        }
        catch (JsonException e)
        {
            reading.Fault($"第 {(e.LineNumber ?? 0) + 1} 行", "不是完好的 JSON", $"line {(e.LineNumber ?? 0) + 1}", "is not well-formed JSON");
        }

        return new ModelResult(reading._problems.Count == 0 ? model : null, reading._problems);
    }

    private BookedDraft? Model(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object)
        {
            Fault("底稿", "应是一个对象", "the model", "must be an object");
            return null;
        }

        foreach (var property in root.EnumerateObject().Where(p => !Known.Contains(p.Name)))
        {
            Unknown(property.Name);
        }

        if (Text(root, "schema") is var schema && schema != ModelJson.Schema)
        {
            Fault("schema", $"应为 {ModelJson.Schema}", "schema", $"must be {ModelJson.Schema}");
        }

        var key = Text(root, "book");
        if (_library.Book(key) is not { Print: not null } book)
        {
            Fault("book", $"没有可书写的表册“{key}”", "book", $"there is no book '{key}' that can be written");
            return null;
        }

        var kind = Choice(root, "kind", "budget", "final") == "final" ? DocumentKind.Final : DocumentKind.Budget;
        var scope = Choice(root, "scope", "department", "unit") == "unit" ? DocumentScope.Unit : DocumentScope.Department;
        if (kind != book.Kind || (book.Scope is { } only && only != scope))
        {
            Fault("kind", "与表册不符：预算或决算、部门或单位", "kind", "and scope must be those of the book");
        }

        var entity = Text(root, "entity");
        if (entity.Trim().Length is 0 or > 100)
        {
            Fault("entity", "应有公开主体的名称，不超过 100 字", "entity", "must name the entity in at most 100 characters");
        }

        var year = root.TryGetProperty("year", out var y) && y.ValueKind == JsonValueKind.Number && y.TryGetInt32(out var n) ? n : 0;
        if (year is < 2000 or > 2100)
        {
            Fault("year", "应是 2000 至 2100 之间的年度", "year", "must be a year between 2000 and 2100");
        }

        var start = new Draft { Entity = entity, Year = year, Kind = kind, Scope = scope, Cube = new Cube(_library.Space, []), Words = Empty, Counts = Empty, Performance = [] };
        var parts = new ModelParts(_library, start, Fault, Unknown);
        var draft = start with
        {
            Cube = new Cube(_library.Space, [.. Items(root, "lines").Select((l, i) => parts.Line(l, $"lines[{i.ToString(CultureInfo.InvariantCulture)}]")).OfType<BudgetLine>()],
                [.. Items(root, "totals").Select((t, i) => parts.Total(t, $"totals[{i.ToString(CultureInfo.InvariantCulture)}]")).OfType<StatedTotal>()]),
            Words = Words(root, "words"),
            Counts = Words(root, "counts"),
            Performance = [.. Items(root, "performance").Select((o, i) => parts.Objective(o, $"performance[{i.ToString(CultureInfo.InvariantCulture)}]")).OfType<PerformanceObject>()],
        };
        return new BookedDraft(draft, book);
    }

    private static IReadOnlyDictionary<string, string> Empty { get; } = new Dictionary<string, string>(StringComparer.Ordinal);

    private static List<JsonElement> Items(JsonElement root, string name) => root.TryGetProperty(name, out var items) && items.ValueKind == JsonValueKind.Array ? [.. items.EnumerateArray()] : [];

    private static string Text(JsonElement root, string name) => root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";

    private string Choice(JsonElement root, string name, string usual, string other)
    {
        var value = Text(root, name);
        if (value != usual && value != other)
        {
            Fault(name, $"应为 {usual} 或 {other}", name, $"must be {usual} or {other}");
        }

        return value;
    }

    private Dictionary<string, string> Words(JsonElement root, string name)
    {
        var words = new Dictionary<string, string>(StringComparer.Ordinal);
        if (root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Object)
        {
            foreach (var property in value.EnumerateObject())
            {
                if (property.Value.ValueKind == JsonValueKind.String)
                {
                    words[property.Name] = property.Value.GetString()!;
                }
                else
                {
                    Fault(name + "." + property.Name, "应是文字", name + "." + property.Name, "must be text");
                }
            }
        }

        return words;
    }

    private void Unknown(string place) => Fault(place, "不认识的字段", place, "is an unknown field");

    private void Fault(string place, string chinese, string placeEnglish, string english)
    {
        if (_problems.Count < MostProblems)
        {
            _problems.Add(new ModelProblem($"{place}：{chinese}", $"{placeEnglish}: {english}"));
        }
    }
}

/// <summary>底稿与其表册。</summary>
public sealed record BookedDraft(Draft Draft, FormBook Book);

/// <summary>底稿的缺陷。</summary>
public sealed record ModelProblem(string Chinese, string English);

/// <summary>读取底稿的结果。</summary>
public sealed record ModelResult(BookedDraft? Model, IReadOnlyList<ModelProblem> Problems);
