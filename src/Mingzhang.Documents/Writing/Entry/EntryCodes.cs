using System.Globalization;
using DocumentFormat.OpenXml.Spreadsheet;
using Mingzhang.Documents.Writing.Excel;
using Mingzhang.Forms.Codes;

namespace Mingzhang.Documents.Writing.Entry;

/// <summary>代码表：the hidden sheet from which lists of codes are chosen and names looked up: for each level its parent, its own digits, its code and its name.</summary>
internal sealed class EntryCodes
{
    public const string Name = "代码";

    private const int ColumnsOfLevel = 4;
    private readonly List<List<CodeEntry>> _levels = [];
    private readonly List<CodeEntry> _all;

    public EntryCodes(Catalogue functions, int year)
    {
        _all = [.. functions.Entries.Where(e => e.ValidIn(year)).DistinctBy(e => e.Code).OrderBy(e => e.Code, StringComparer.Ordinal)];
        foreach (var length in new[] { 3, 5, 7 })
        {
            _levels.Add(_all.FindAll(e => e.Code.Length == length));
        }
    }

    /// <summary>全部编码的名单。</summary>
    public string AllCodes => Range(ColumnsOfLevel * _levels.Count, _all.Count);

    /// <summary>全部名称的名单。</summary>
    public string AllNames => Range((ColumnsOfLevel * _levels.Count) + 1, _all.Count);

    /// <summary>类的名称的名单。</summary>
    public string NamesOfGroups => Range(3, _levels[0].Count);

    /// <summary>类、款、项各自一栏时，某栏可选的两位或三位数: those below the code that the columns before it hold.</summary>
    public string List(int level, string above)
    {
        if (level == 0)
        {
            return Range(2, _levels[0].Count);
        }

        var parents = Range(level * ColumnsOfLevel, _levels[level].Count);
        var first = $"{Name}!${Letters((level * ColumnsOfLevel) + 1)}$1";
        return $"OFFSET({first},MATCH({above},{parents},0)-1,0,COUNTIF({parents},{above}),1)";
    }

    /// <summary>某编码的名称的公式。</summary>
    public string NameOf(string code) => $"IF({code}=\"\",\"\",IFERROR(INDEX({AllNames},MATCH({code},{AllCodes},0)),\"没有此编码\"))";

    public Worksheet Sheet()
    {
        var data = new SheetData();
        for (var r = 0; r < _all.Count; r++)
        {
            var cells = new List<Cell>();
            for (var level = 0; level < _levels.Count; level++)
            {
                if (r < _levels[level].Count)
                {
                    var entry = _levels[level][r];
                    var parent = level == 0 ? "" : entry.Code[..^2];
                    string[] texts = [parent, entry.Code[parent.Length..], entry.Code, entry.Name];
                    cells.AddRange(texts.Select((t, i) => TableSheet.Text((level * ColumnsOfLevel) + i, r + 1, t, EntryStyles.Locked)));
                }
            }

            var all = ColumnsOfLevel * _levels.Count;
            cells.AddRange([TableSheet.Text(all, r + 1, _all[r].Code, EntryStyles.Locked), TableSheet.Text(all + 1, r + 1, _all[r].Name, EntryStyles.Locked)]);
            data.Append(TableSheet.Row(r + 1, cells));
        }

        return new Worksheet(data, new SheetProtection { Sheet = true });
    }

    private static string Range(int column, int rows) => $"{Name}!${Letters(column)}$1:${Letters(column)}${rows.ToString(CultureInfo.InvariantCulture)}";

    private static string Letters(int column) => SheetFormulas.Letters(column);
}
