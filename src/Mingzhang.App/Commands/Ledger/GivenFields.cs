using Mingzhang.Forms;
using Mingzhang.Ledger;
using Mingzhang.Ledger.Imports;
using Mingzhang.Ledger.Lines;

namespace Mingzhang.App.Commands.Ledger;

/// <summary>命令行给出的字段：FIELD=VALUE, refused where a field is unknown or a value is not understood.</summary>
internal sealed class GivenFields
{
    private static readonly string[] OfLine = ["phase", "measure", "fund", "nature", "function", "economic", "government", "project", "yuan", "wan", "procurement", "sme", "bought", "purpose", "secret", "transfer", "details"];

    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);
    private readonly List<Problem> _problems = [];

    public GivenFields(IEnumerable<string> given, IReadOnlyList<string> known)
    {
        foreach (var text in given)
        {
            var cut = text.IndexOf('=', StringComparison.Ordinal);
            if (cut < 1 || !known.Contains(text[..cut]))
            {
                _problems.Add(Problem.Of($"“{text}”不是可填的字段", $"'{text}' is no field with a value", "可填 " + string.Join('、', known.Select(k => k + "=")), "the fields are " + string.Join(", ", known)));
            }
            else
            {
                _values[text[..cut]] = text[(cut + 1)..];
            }
        }
    }

    public IReadOnlyList<Problem> Problems => _problems;

    public static GivenFields ForLine(IEnumerable<string> given) => new(given, OfLine);

    public string Text(string field, string otherwise) => _values.GetValueOrDefault(field, otherwise);

    public int Number(string field, int otherwise)
    {
        if (!_values.TryGetValue(field, out var text))
        {
            return otherwise;
        }

        if (int.TryParse(text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }

        _problems.Add(Problem.Of($"{field}=“{text}”不是整数", $"{field}='{text}' is no whole number", "请写数字", "give a number"));
        return otherwise;
    }

    /// <summary>金额，以元（yuan=）或万元（wan=）给出; null where neither is.</summary>
    public long? Fen()
    {
        foreach (var (field, factor) in new[] { ("yuan", 1m), ("wan", 10_000m) })
        {
            if (!_values.TryGetValue(field, out var text))
            {
                continue;
            }

            if (Mingzhang.Ledger.Lines.Fen.Read(text, factor) is { } fen)
            {
                return fen;
            }

            _problems.Add(Problem.Of($"{field}=“{text}”不是金额，或细于一分", $"{field}='{text}' is no amount, or finer than a 分", "请写数字", "give a number"));
        }

        return null;
    }

    /// <summary>改一行：the fields that are given replace what it has.</summary>
    public Line Line(Line line, Library library)
    {
        var cells = new ImportCells(library, line.Year);
        var fen = Fen();
        return line with
        {
            Phase = Text("phase", line.Phase),
            Measure = Known("measure", cells.Measure, line.Measure),
            Fund = Known("fund", cells.Fund, line.Fund),
            Nature = Known("nature", cells.Nature, line.Nature),
            Function = Text("function", line.Function),
            Economic = Text("economic", line.Economic),
            Government = _values.ContainsKey("economic") ? Text("government", "") : Text("government", line.Government),
            Project = Text("project", line.Project),
            Fen = fen ?? line.Fen,
            Procurement = Known("procurement", ImportCells.Procurement, line.Procurement),
            Sme = Known("sme", ImportCells.Sme, line.Sme),
            Bought = Flag("bought", line.Bought),
            Purpose = Text("purpose", line.Purpose),
            Secret = Flag("secret", line.Secret),
            Transfer = Text("transfer", line.Transfer),
            Details = Text("details", line.Details),
        };
    }

    /// <summary>把不能识别的都拒绝。</summary>
    public void Refuse(Mingzhang.Ledger.Storage.Writing writing) => _problems.ForEach(writing.Refuse);

    public bool Flag(string field, bool otherwise) => _values.TryGetValue(field, out var text) ? ImportCells.Flag(text) ?? Unknown(field, text, otherwise) : otherwise;

    public string Known(string field, Func<string, string?> read, string otherwise) => _values.TryGetValue(field, out var text) ? text.Length == 0 ? "" : read(text) ?? Unknown(field, text, otherwise) : otherwise;

    private T Unknown<T>(string field, string text, T otherwise)
    {
        _problems.Add(Problem.Of($"{field}=“{text}”不能识别", $"{field}='{text}' is not understood", "见 docs/glossary.md", "see docs/glossary.md"));
        return otherwise;
    }
}
