using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Mingzhang.Ledger.Lines;
using Mingzhang.Ledger.Organisation;
using Mingzhang.Ledger.Storage;

namespace Mingzhang.Ledger.Imports;

/// <summary>与上次导入的差别。</summary>
/// <param name="Same">Rows that were there with the same amount.</param>
/// <param name="Changed">Rows that were there with another amount, as they were.</param>
/// <param name="Missing">Lines of the last import that are not in the file.</param>
internal sealed record ImportDifference(int Same, IReadOnlyList<Line> Changed, IReadOnlyList<Line> Missing);

/// <summary>上次导入：what a file of this name brought before, so that bringing it twice is seen, and a revised file can take the place of the first.</summary>
internal sealed class LastImport(Writing writing, int year, string name, string phase)
{
    private readonly HashSet<string> _met = new(StringComparer.Ordinal);
    private readonly List<Line> _changed = [];
    private int _same;

    /// <summary>行的来源。</summary>
    public string Source { get; } = "import " + name;

    private string Id { get; } = string.Create(CultureInfo.InvariantCulture, $"{year}/{name}");

    /// <summary>认出上次已有的行: it becomes that line, with the file's amount.</summary>
    public Line Meet(Line line, LineBook book)
    {
        line = line with { Source = Source };
        if (book.Same(line) is not { } before || before.Source != Source || !_met.Add(before.Id))
        {
            return line;
        }

        if (before.Fen == line.Fen)
        {
            _same++;
        }
        else
        {
            _changed.Add(before);
        }

        return line with { Id = before.Id, Version = before.Version };
    }

    /// <summary>差别; what is missing is looked for in the units that the file names.</summary>
    public ImportDifference Difference(IEnumerable<LineBook> books) => new(_same, _changed, [.. books.SelectMany(b => b.Lines).Where(l => l.Source == Source && l.Phase == phase && !_met.Contains(l.Id))]);

    /// <summary>不加说明的重复导入; null where the file brings only what is new.</summary>
    public Problem? Repeated(ImportDifference difference, int rows, string digest)
    {
        if (_met.Count == 0)
        {
            return null;
        }

        var last = Journal.JournalTable.Of(writing.Statements, Kinds.Intake.Key, Id) is [.., var entry] ? entry : null;
        var (by, byEnglish) = last is null ? ("", "") : ($"（{last.Who}，{last.At}）", $" by {last.Who} at {last.At}");
        return writing.Find(Kinds.Intake, Id)?["digest"] == digest && difference.Changed.Count + difference.Missing.Count == 0
            ? Problem.Of($"“{Problem.Shown(name)}”的 {rows} 行已经导入过{by}", $"the {rows} rows of '{Problem.Shown(name)}' were imported before{byEnglish}", "不必再导入", "there is nothing to import")
            : Problem.Of($"“{Problem.Shown(name)}”导入过{by}：相同 {difference.Same} 行，改动 {difference.Changed.Count} 行，新增 {rows - _met.Count} 行，缺少 {difference.Missing.Count} 行",
                $"'{Problem.Shown(name)}' was imported before{byEnglish}: {difference.Same} rows are the same, {difference.Changed.Count} changed, {rows - _met.Count} new, {difference.Missing.Count} missing", "以这份表代替上次的，加 --replace", "to put this file in place of the last, add --replace");
    }

    /// <summary>记下这次导入。</summary>
    public void Keep(IReadOnlyCollection<Line> lines, string digest)
    {
        var present = writing.Find(Kinds.Intake, Id);
        writing.Put(new RecordValues().Set("year", year).Set("name", name).Set("digest", digest).Set("lines", lines.Count).Set("fen", lines.Sum(l => l.Fen)).As(Kinds.Intake, Id, Organisations.CommonChain, present?.Version ?? 0));
    }

    /// <summary>内容的哈希：of what the rows say, however the file was saved.</summary>
    public static string Digest(IEnumerable<Line> lines)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (i, line) in lines.Select(l => string.Create(CultureInfo.InvariantCulture, $"{l.Identity}={l.Fen}")).Order(StringComparer.Ordinal).Index())
        {
            hash.AppendData(Encoding.UTF8.GetBytes(i == 0 ? line : "\n" + line));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
