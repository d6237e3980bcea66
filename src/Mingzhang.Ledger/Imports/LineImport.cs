using Mingzhang.Forms;
using Mingzhang.Forms.Words;
using Mingzhang.Ledger.Lines;
using Mingzhang.Ledger.Organisation;
using Mingzhang.Ledger.Storage;
using Mingzhang.Paper;

namespace Mingzhang.Ledger.Imports;

/// <summary>导入的结果。</summary>
/// <param name="Stored">How many rows were stored.</param>
/// <param name="Fen">Their sum.</param>
/// <param name="Problems">Every fault with its cell.</param>
/// <param name="Difference">What differs from the last import of the name; null where nothing was stored.</param>
/// <param name="Notices">What was read although it is not as it should be, with its cell.</param>
internal sealed record Imported(int Stored, long Fen, IReadOnlyList<Problem> Problems, ImportDifference? Difference = null, IReadOnlyList<Problem>? Notices = null);

/// <summary>预算行的导入：a grid becomes lines; all faults are told at once, and nothing is stored where there is one, unless the user asks for the sound rows.</summary>
internal sealed class LineImport
{
    /// <summary>至多列出的错误: beyond that it is the wrong file.</summary>
    public const int MostProblems = 1000;

    private static readonly string[] Totals = ["合计", "小计", "总计"];

    private readonly Writing _writing;
    private readonly Library _library;
    private readonly ImportRequest _request;
    private readonly ImportCells _cells;
    private readonly List<Problem> _problems = [];
    private readonly List<Problem> _notices = [];
    private readonly HashSet<SheetCell> _faulty = [];
    private readonly Dictionary<string, LineBook> _books = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> _lastYear;
    private readonly LastImport _last;
    private readonly HashSet<int> _merged = [];

    private LineImport(Writing writing, Library library, ImportRequest request)
    {
        (_writing, _library, _request, _cells) = (writing, library, request, new ImportCells(library, request.Year));
        _last = new LastImport(writing, request.Year, request.Name, request.Phase);
        _lastYear = writing.All(Kinds.Line, ("year", (long)request.Year - 1)).Select(Line.Of).Where(l => l.Phase == request.Phase).GroupBy(Like, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Sum(l => l.Fen), StringComparer.Ordinal);
    }

    /// <summary>导入一张表。</summary>
    public static Imported Run(Writing writing, Library library, Grid grid, ImportRequest request) => new LineImport(writing, library, request).Run(grid);

    private Imported Run(Grid grid)
    {
        var mapping = _request.Map is null ? null : _writing.Find(Kinds.Mapping, _request.Map);
        if (_request.Map is not null && mapping is null)
        {
            _problems.Add(Problem.Of($"没有栏目对应“{_request.Map}”", $"there is no mapping '{_request.Map}'", "用 --save-map 保存一个", "save one with --save-map"));
        }

        var header = _problems.Count > 0 ? null : ImportHeader.Find(grid, _request, mapping, _problems);
        var lines = header is null ? [] : Rows(grid, header);
        if (_problems.Count > 0 && !_request.Partial)
        {
            _problems.ForEach(_writing.Refuse);
            return new Imported(0, 0, _problems, null, _notices);
        }

        var (difference, digest) = (_last.Difference(_books.Values), LastImport.Digest(lines));
        if (!_request.Replace && _last.Repeated(difference, lines.Count, digest) is { } repeated)
        {
            _writing.Refuse(repeated);
            return new Imported(0, 0, [.. _problems, repeated], difference, _notices);
        }

        Store(lines, _request.Partial ? [] : difference.Missing);
        if (lines.Count > 0)
        {
            _last.Keep(lines, digest);
        }

        if (header is not null && _request.SaveMap is { } name)
        {
            _writing.Put(new RecordValues().Set("name", name).Set("columns", header.Mapping(grid)).As(Kinds.Mapping, name, Organisations.CommonChain, _writing.Find(Kinds.Mapping, name)?.Version ?? 0));
        }

        return new Imported(lines.Count, lines.Sum(l => l.Fen), _problems, difference, _notices);
    }

    // What is missing goes only where the file takes the place of the last one; a file of which rows were left out does not.
    private void Store(List<Line> lines, IReadOnlyList<Line> missing)
    {
        foreach (var gone in _request.Replace ? missing : [])
        {
            _books[gone.Unit].Remove(gone);
        }

        foreach (var line in lines)
        {
            _request.Seen?.Invoke();
            _books[line.Unit].Store(line);
        }

        foreach (var book in _books.Values)
        {
            book.Done();
        }
    }

    private List<Line> Rows(Grid grid, ImportHeader header)
    {
        var lines = new List<Line>();
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var r = header.Row + 1; r < grid.Rows.Count; r++)
        {
            _request.Seen?.Invoke();
            if (_problems.Count >= MostProblems)
            {
                _problems.Add(Problem.Of($"已有 {MostProblems} 处错误，后面的行没有再看", $"there are {MostProblems} faults; the rows that follow were not looked at", "请先改正这些", "mend these first") with { At = ImportPlace.Of(grid, _request.Sheet, r, null) });
                return [];
            }

            if (grid.Rows[r].Empty || grid.Rows[r].Cells.Any(c => c.Text.Contains('计', StringComparison.Ordinal) && Totals.Contains(Fold.Label(c.Text))))
            {
                continue;
            }

            var before = _problems.Count;
            var line = Merged(grid, header, r) ? null : Row(grid, header, r);
            if (line is null || _problems.Count > before)
            {
                continue;
            }

            if (!seen.TryAdd(line.Identity, r))
            {
                var first = ImportPlace.Of(grid, _request.Sheet, seen[line.Identity], null).Row;
                Fault(grid, header, r, "", Problem.Of($"与第 {first} 行重复", $"is the same as row {first}", "合并，或用说明区分", "join them, or tell them apart by their details"));
                continue;
            }

            lines.Add(line);
        }

        lines.RemoveAll(Mistaken(grid, header, lines).Contains);
        return lines;
    }

    // Where no line is like one of last year's, what a unit's lines come to still is: the unit of the whole column was mistaken.
    private HashSet<Line> Mistaken(Grid grid, ImportHeader header, List<Line> lines)
    {
        var mistaken = new HashSet<Line>(ReferenceEqualityComparer.Instance);
        foreach (var group in _request.SureOfUnit ? [] : lines.GroupBy(l => $"{l.Unit}|{l.Measure}|", StringComparer.Ordinal))
        {
            var last = _lastYear.Where(l => l.Key.StartsWith(group.Key, StringComparison.Ordinal)).Select(l => l.Value).ToList();
            var (sum, before) = (group.Sum(l => l.Fen), last.Sum());

            // A few lines of many are a small part of last year's in any unit.
            if (sum <= 0 || before <= 0 || !FarApart((decimal)sum / before) || (sum < before && group.Count() * 2 < last.Count))
            {
                continue;
            }

            mistaken.UnionWith(group);
            var (are, were) = sum > before ? ("元", "万元") : ("万元", "元");
            _problems.Add(Problem.Of($"{group.First().Unit} 的各行合计 {Fen.Yuan(sum)} 元，与上年 {Fen.Yuan(before)} 元相差约一万倍，可能把{are}当作了{were}", $"the lines of {group.First().Unit} come to {Fen.Yuan(sum)} yuan, about ten thousand times more or less than last year's {Fen.Yuan(before)}: 元 and 万元 may be mistaken", "改正表头的金额单位；确实如此时加 --sure-of-unit", "mend the unit in the header, or add --sure-of-unit") with { At = ImportPlace.Of(grid, _request.Sheet, header.Row, header.Columns["amount"]) });
        }

        return mistaken;
    }

    private static bool FarApart(decimal ratio) => ratio is (>= 3000m and <= 30000m) or (>= 1 / 30000m and <= 1 / 3000m);

    // A value that stands for several rows is the value of none of them; told once for each block of merged cells.
    private bool Merged(Grid grid, ImportHeader header, int r)
    {
        var covered = header.Columns.Where(c => c.Value < grid.Rows[r].Cells.Count && grid.Rows[r].Cells[c.Value].CoveredFrom is not null).OrderBy(c => c.Value).ToList();
        foreach (var (field, column) in covered)
        {
            var (up, left) = grid.Rows[r].Cells[column].CoveredFrom!.Value;
            if (_merged.Add(((r - up) * PaperDocument.MostColumns) + column - left))
            {
                var top = ImportPlace.Of(grid, _request.Sheet, r - up, column - left);
                Fault(grid, header, r, field, Problem.Of($"与 {top.Letters}{top.Row} 合并，没有自己的值", $"is merged with {top.Letters}{top.Row} and has no value of its own", "取消合并，每行各填", "unmerge it and fill in every row"));
            }
        }

        return covered.Count > 0;
    }

    private Line? Row(Grid grid, ImportHeader header, int r)
    {
        string Cell(string field) => header.Columns.TryGetValue(field, out var c) ? grid.Text(r, c) : "";
        void At(string field, Problem problem) => Fault(grid, header, r, field, problem);
        T Known<T>(string field, T? value, T otherwise, string expected)
            where T : class
        {
            if (value is null)
            {
                At(field, Problem.Of($"“{Problem.Shown(Cell(field))}”不能识别", $"'{Problem.Shown(Cell(field))}' is not understood", expected, "see docs/glossary.md"));
            }

            return value ?? otherwise;
        }

        bool Flag(string field)
        {
            if (ImportCells.Flag(Cell(field)) is { } flag)
            {
                return flag;
            }

            At(field, Problem.Of($"“{Problem.Shown(Cell(field))}”不是“是”或“否”", $"'{Problem.Shown(Cell(field))}' is neither yes nor no", "请写是或否", "write 是 or 否"));
            return false;
        }

        var unit = _request.Unit ?? new string([.. Fold.Label(Cell("unit")).TakeWhile(char.IsAsciiLetterOrDigit)]);
        if (Book(unit) is not { } book)
        {
            At("unit", Problem.Of($"{_request.Year} 年没有单位“{Problem.Shown(unit.Length > 0 ? unit : Cell("unit"))}”", $"there is no unit '{Problem.Shown(unit)}' in {_request.Year}", "请写单位编码；用 mingzhang unit list 查看", "give the unit's code; see mingzhang unit list"));
            return null;
        }

        var amount = Cell("amount");
        if (Fen.Read(amount, header.Factor) is not { } fen)
        {
            At("amount", Problem.Of(amount.Length == 0 ? "没有金额" : $"“{Problem.Shown(amount)}”不是金额，或细于一分", amount.Length == 0 ? "the amount is missing" : $"'{Problem.Shown(amount)}' is no amount, or finer than a 分", "只写数字，单位写在表头", "write the number only; its unit belongs into the header"));
            return null;
        }

        if (header.Columns["amount"] is var money && money < grid.Rows[r].Cells.Count && grid.Rows[r].Cells[money].KeptAsText && _notices.Count < MostProblems)
        {
            _notices.Add(Problem.Of($"金额“{Problem.Shown(amount)}”是文本格式的数字，已读作 {Fen.Yuan(fen)} 元", $"the amount '{Problem.Shown(amount)}' is kept as text and was read as {Fen.Yuan(fen)} yuan", "请核对；在表格里改为数值格式", "compare it; make it a number in the sheet") with { At = ImportPlace.Of(grid, _request.Sheet, r, money) });
        }

        var project = Fold.Label(Cell("project"));
        var nature = Cell("nature");
        var measure = Known("measure", _cells.Measure(Cell("measure")), "expenditure", "写支出、收入、上年结转或结转下年");
        var spending = measure == "expenditure";
        var line = new Line
        {
            Year = _request.Year,
            Unit = unit,
            Phase = _request.Phase,
            Measure = measure,
            Fund = Known("fund", _cells.Fund(Cell("fund")), "", "写资金性质的名称或编码，如 一般公共预算资金、111"),
            Nature = !spending ? "" : nature.Length == 0 ? project.Length > 0 ? "project" : "" : Known("nature", _cells.Nature(nature), "", "写人员经费、公用经费或项目支出"),
            Function = _cells.Code("functions", 7, Cell("function"), p => At("function", p)),
            Economic = _cells.Code("economic-department", 5, Cell("economic"), p => At("economic", p)),
            Government = _cells.Code("economic-government", 5, Cell("government"), p => At("government", p)),
            Project = project,
            Fen = fen,
            Procurement = Known("procurement", ImportCells.Procurement(Cell("procurement")), "", "写货物、工程、服务或否"),
            Sme = Known("sme", ImportCells.Sme(Cell("sme")), "", "写中小企业、小微企业或否"),
            Bought = Flag("bought"),
            Secret = Flag("secret"),
            Transfer = Fold.Label(Cell("transfer")),
            Details = Cell("details"),
        };
        line = book.Check(_last.Meet(line, book), At);
        Compare(line, p => At("amount", p));
        return line;
    }

    // Ten thousand times last year's, or the ten-thousandth part: the unit was mistaken.
    private void Compare(Line line, Action<Problem> fault)
    {
        if (_request.SureOfUnit || line.Fen <= 0 || _lastYear.Count == 0 || !_lastYear.TryGetValue(Like(line), out var last) || last <= 0)
        {
            return;
        }

        var ratio = (decimal)line.Fen / last;
        if (FarApart(ratio))
        {
            var (are, were) = ratio > 1 ? ("元", "万元") : ("万元", "元");
            fault(Problem.Of($"{Fen.Yuan(line.Fen)} 元与上年 {Fen.Yuan(last)} 元相差约一万倍，可能把{are}当作了{were}", $"{Fen.Yuan(line.Fen)} yuan is about ten thousand times more or less than last year's {Fen.Yuan(last)}: 元 and 万元 may be mistaken", "改正表头的金额单位；确实如此时加 --sure-of-unit", "mend the unit in the header, or add --sure-of-unit"));
        }
    }

    private static string Like(Line l) => string.Join('|', l.Unit, l.Measure, l.Fund, l.Nature, l.Function, l.Economic, l.Project);

    private LineBook? Book(string unit)
    {
        if (_books.TryGetValue(unit, out var book))
        {
            return book;
        }

        return Organisations.Unit(_writing, _request.Year, unit) is { } found ? _books[unit] = new LineBook(_writing, _library, found, loaded: true) : null;
    }

    private void Fault(Grid grid, ImportHeader header, int r, string field, Problem problem)
    {
        int? column = header.Columns.TryGetValue(field == "fen" ? "amount" : field, out var c) ? c : null;
        var at = ImportPlace.Of(grid, _request.Sheet, r, column);

        // What follows from a cell that is not understood is not told again.
        if (_faulty.Add(at) || column is null)
        {
            _problems.Add(problem with { At = at });
        }
    }
}
