using Mingzhang.Forms;
using Mingzhang.Forms.Words;
using Mingzhang.Ledger.Imports;
using Mingzhang.Ledger.Lines;
using Mingzhang.Ledger.Organisation;
using Mingzhang.Ledger.Storage;
using Mingzhang.Paper;

namespace Mingzhang.Ledger.Execution;

/// <summary>国库导出的导入：rows become payments or receipts, all or none; every fault is told by sheet and cell.</summary>
internal sealed class TreasuryImport
{
    private static readonly string[] Totals = ["合计", "小计", "总计", "本页合计", "累计"];

    private readonly Writing _writing;
    private readonly Library _library;
    private readonly ImportRequest _request;
    private readonly ImportCells _cells;
    private readonly bool _receipts;
    private readonly PaymentDesk _desk;
    private readonly Dictionary<string, Receipts?> _units = new(StringComparer.Ordinal);
    private readonly List<Problem> _problems = [];
    private readonly HashSet<SheetCell> _faulty = [];

    private TreasuryImport(Writing writing, Library library, ImportRequest request, bool receipts)
    {
        (_writing, _library, _request, _receipts, _cells) = (writing, library, request, receipts, new ImportCells(library, request.Year));
        _desk = new PaymentDesk(request.Year);
        _desk.Begin(writing);
    }

    /// <summary>导入一张表: payments, or receipts where <paramref name="receipts"/> says so.</summary>
    public static Imported Run(Writing writing, Library library, Grid grid, ImportRequest request, bool receipts) => new TreasuryImport(writing, library, request, receipts).Run(grid);

    private Imported Run(Grid grid)
    {
        var mapping = _request.Map is null ? null : _writing.Find(Kinds.Mapping, _request.Map);
        if (_request.Map is not null && mapping is null)
        {
            _problems.Add(Problem.Of($"没有栏目对应“{_request.Map}”", $"there is no mapping '{_request.Map}'", "用 --save-map 保存一个", "save one with --save-map"));
        }

        var header = _problems.Count > 0 ? null : ImportHeader.Find(grid, _request, mapping, _problems, _receipts ? TreasuryColumns.Receipts : TreasuryColumns.Payments);
        var (rows, fen) = (0, 0L);
        for (var r = (header?.Row ?? grid.Rows.Count) + 1; r < grid.Rows.Count && _problems.Count < LineImport.MostProblems; r++)
        {
            if (!grid.Rows[r].Empty && !grid.Rows[r].Cells.Any(c => Totals.Contains(Fold.Label(c.Text))))
            {
                var taken = Row(grid, header!, r);
                (rows, fen) = (rows + (taken is null ? 0 : 1), fen + (taken ?? 0));
            }
        }

        if (_problems.Count >= LineImport.MostProblems)
        {
            _problems.Add(Problem.Of($"已有 {LineImport.MostProblems} 处错误，后面的行没有再看", $"there are {LineImport.MostProblems} faults; the rows that follow were not looked at", "请先改正这些", "mend these first"));
        }

        if (_problems.Count > 0)
        {
            _problems.ForEach(_writing.Refuse);
            return new Imported(0, 0, _problems);
        }

        _desk.Finish();
        foreach (var unit in _units.Values)
        {
            unit?.Finish();
        }

        if (header is not null && _request.SaveMap is { } name)
        {
            _writing.Put(new RecordValues().Set("name", name).Set("columns", header.Mapping(grid)).As(Kinds.Mapping, name, Organisations.CommonChain, _writing.Find(Kinds.Mapping, name)?.Version ?? 0));
        }

        return new Imported(rows, fen, []);
    }

    // The amount that was taken; null after a fault.
    private long? Row(Grid grid, ImportHeader header, int r)
    {
        string Cell(string field) => header.Columns.TryGetValue(field, out var c) ? grid.Text(r, c) : "";
        void At(string field, Problem problem) => Fault(grid, header, r, field, problem);
        var before = _problems.Count;
        var unit = _request.Unit ?? new string([.. Fold.Label(Cell("unit")).TakeWhile(char.IsAsciiLetterOrDigit)]);
        if (Organisations.Unit(_writing, _request.Year, unit) is not { } found)
        {
            At("unit", Problem.Of($"{_request.Year} 年没有单位“{Problem.Shown(unit.Length > 0 ? unit : Cell("unit"))}”", $"there is no unit '{Problem.Shown(unit)}' in {_request.Year}", "请写单位编码；用 mingzhang unit list 查看", "give the unit's code; see mingzhang unit list"));
            return null;
        }

        // Whatever is wrong in a row is told at once, a fault a cell.
        var amount = Cell("amount");
        var fen = Fen.Read(amount, header.Factor) ?? PaymentChecks.Unread;
        if (fen == PaymentChecks.Unread)
        {
            At("amount", Problem.Of(amount.Length == 0 ? "没有金额" : $"“{Problem.Shown(amount)}”不是金额，或细于一分", amount.Length == 0 ? "the amount is missing" : $"'{Problem.Shown(amount)}' is no amount, or finer than a 分", "只写数字，单位写在表头", "write the number only; its unit belongs into the header"));
        }

        var fund = Cell("fund").Length == 0 ? "" : _cells.Fund(Cell("fund")) ?? "";
        if (Cell("fund").Length > 0 && fund.Length == 0)
        {
            At("fund", Problem.Of($"“{Problem.Shown(Cell("fund"))}”不能识别", $"'{Problem.Shown(Cell("fund"))}' is not understood", "写资金性质的名称或编码", "give the name or code of the fund"));
        }

        var function = _cells.Code("functions", 7, Cell("function"), p => At("function", p));
        var codes = _problems.Count == before || (_problems.Count == before + 1 && fen == PaymentChecks.Unread);
        var taken = _receipts ? Receipt(found, Cell, function, fund, fen, At) : Pay(found, Cell, function, fund, fen, codes, At);
        return taken && _problems.Count == before ? fen : null;
    }

    private bool Receipt(Unit unit, Func<string, string> cell, string function, string fund, long fen, Action<string, Problem> at)
    {
        if (!_units.TryGetValue(unit.Code, out var receipts))
        {
            _units[unit.Code] = receipts = new Receipts(_writing, _library, unit);
        }

        return receipts!.Take(new Receipt { Unit = unit.Code, Day = cell("day"), Voucher = cell("voucher"), Fund = fund, Function = function, Fen = fen, Reverses = cell("reverses"), Transfer = Fold.Label(cell("transfer")), Details = cell("details") }, at);
    }

    private bool Pay(Unit unit, Func<string, string> cell, string function, string fund, long fen, bool sound, Action<string, Problem> at)
    {
        if (_desk.Book(unit.Code) is not { } book)
        {
            return false;
        }

        var coded = _problems.Count;
        var payment = new Payment { Unit = unit.Code, Day = cell("day"), Voucher = cell("voucher"), Allotment = Fold.Label(cell("allotment")), Fen = fen, Reverses = cell("reverses"), Contract = cell("contract"), Payee = cell("payee"), Details = cell("details") };
        if (payment.Allotment.Length == 0)
        {
            var asked = new Line { Year = unit.Year, Unit = unit.Code, Fen = 0, Fund = fund, Nature = cell("nature").Length == 0 ? "" : _cells.Nature(cell("nature")) ?? "", Function = function, Economic = _cells.Code("economic-department", 5, cell("economic"), p => at("economic", p)), Project = Fold.Label(cell("project")) };

            // Which allotment is meant cannot be said while its codes are wrong; the rest of the row can.
            if (!AllotmentSearch.Known(_library, asked, at) || !sound || _problems.Count > coded || AllotmentSearch.Find(_library, book, asked, at) is not { } one)
            {
                _desk.Facts(book, payment, at);
                return false;
            }

            payment = payment with { Allotment = one.Id };
        }

        // A refund in the same export asks the ledger for its payment, so what came before is written first; nothing of it stays where there is a fault.
        if (cell("reverses").Length > 0 && _problems.Count == 0)
        {
            _desk.Finish();
        }

        return _desk.Take(payment, at);
    }

    private void Fault(Grid grid, ImportHeader header, int r, string field, Problem problem)
    {
        int? column = header.Columns.TryGetValue(field == "fen" ? "amount" : field, out var c) ? c : null;
        var at = ImportPlace.Of(grid, _request.Sheet, r, column);
        if (_faulty.Add(at) || column is null)
        {
            _problems.Add(problem with { At = at });
        }
    }
}
