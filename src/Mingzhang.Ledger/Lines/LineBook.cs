using System.Globalization;
using Mingzhang.Forms;
using Mingzhang.Ledger.Organisation;
using Mingzhang.Ledger.Process;
using Mingzhang.Ledger.Storage;

namespace Mingzhang.Ledger.Lines;

/// <summary>一个单位的预算行：entered and changed through here, so that every way in (a command, an import) asks the same questions.</summary>
internal sealed class LineBook
{
    private readonly Writing _writing;
    private readonly Library _library;
    private readonly Unit _unit;
    private readonly bool _may;
    private readonly int _round;
    private readonly LoadedLines? _loaded;

    /// <param name="writing">The writing.</param>
    /// <param name="library">Codes.</param>
    /// <param name="unit">The unit.</param>
    /// <param name="loaded">Whether all lines are wanted at once; a few edits ask the database for what they need.</param>
    public LineBook(Writing writing, Library library, Unit unit, bool loaded = false)
    {
        (_writing, _library, _unit) = (writing, library, unit);
        if (EditFacts.Known(writing, unit) is { } facts)
        {
            (_may, _round) = (true, facts.Round);
        }
        else if (Permission.Check(writing, "edit", unit))
        {
            (_may, _round) = (true, Stage.Of(writing, unit).Round);
            EditFacts.Keep(writing, unit, _round);
        }

        _loaded = loaded ? new LoadedLines(LineRows.Of(writing, unit)) : null;
    }

    public Unit Unit => _unit;

    /// <summary>与之同一的现有的行; null where there is none.</summary>
    public Line? Same(Line line) => _loaded is null ? LineRows.Same(_writing, line) : _loaded.Same(line);

    /// <summary>现有各行。</summary>
    public IReadOnlyCollection<Line> Lines => _loaded?.All ?? LineRows.Of(_writing, _unit);

    /// <summary>检查一行：complete it, and tell every fault with its field.</summary>
    public Line Check(Line line, Action<string, Problem> fault)
    {
        line = LineChecks.Complete(_library, _unit, line, fault);
        if (line.Project.Length > 0 && !HasProject(line.Project))
        {
            var near = line.Project.Length > 40 ? null : Projects.Of(_writing, _unit).Select(p => p.Code).OrderBy(p => Nearest.Distance(p, line.Project)).FirstOrDefault();
            fault("project", Problem.Of($"{_unit.Code} 没有项目 {Problem.Shown(line.Project)}", $"{_unit.Code} has no project {Problem.Shown(line.Project)}", near is null ? "先用 mingzhang project add 建立" : $"是不是 {near}", near is null ? "add it with mingzhang project add" : $"did you mean {near}"));
        }

        if (line.Transfer.Length > 0 && !HasSibling(line.Transfer))
        {
            fault("transfer", Problem.Of($"对方单位 {Problem.Shown(line.Transfer)} 不是账库里的其他单位", $"{Problem.Shown(line.Transfer)} is no other unit of the ledger", "账库以外的收支不填对方单位", "money from or to others names no such unit"));
        }

        if (line.Secret && !line.Spending)
        {
            fault("secret", Problem.Of("只有支出行可以标记涉密", "only expenditure can be marked secret", "不公开的支出标记后，所用的资金自动相应减去", "the money that pays for it is left out with it"));
        }

        if (Same(line) is { } other && other.Id != line.Id)
        {
            fault("", Problem.Of($"与已有的 {other.Id} 重复（{Fen.Yuan(other.Fen)} 元）", $"is the same as {other.Id} ({Fen.Yuan(other.Fen)} yuan)", "修改原来的行，或用说明区分", "change that line, or tell them apart by their details"));
        }

        return line;
    }

    /// <summary>存入一行; null after a refusal. What a person enters over a computed line is entered from then on.</summary>
    public Line? Put(Line line)
    {
        line = line with { Source = Estimates.Estimated.EnteredOver(line.Source) };
        if (!_may)
        {
            return null;
        }

        var problems = new List<Problem>();
        line = Check(line, (_, p) => problems.Add(p));
        problems.ForEach(_writing.Refuse);
        return problems.Count == 0 ? Store(line) : null;
    }

    /// <summary>存入已检查的一行; the control figures are asked last.</summary>
    public Line? Store(Line line)
    {
        if (!_may)
        {
            return null;
        }

        if (line.Id.Length == 0)
        {
            line = line with { Id = string.Create(CultureInfo.InvariantCulture, $"{_unit.Code}-{_unit.Year}-{_writing.Next(_unit.Code)}") };
        }

        line = line with { Version = _writing.Put(line.Stored()).Version };
        _loaded?.Put(line);
        return line;
    }

    /// <summary>删除一行。</summary>
    public void Remove(Line line)
    {
        if (_may)
        {
            _loaded?.Remove(line);
            _writing.Remove(line.Stored());
        }
    }

    /// <summary>完成：in the second round no fund may be above its control figure.</summary>
    public void Done()
    {
        if (!_may || _round != 2 || Controls.Of(_writing, _unit) is not { Count: > 0 } controls)
        {
            return;
        }

        foreach (var problem in Controls.Exceeded(controls, LineRows.Spent(_writing, _unit), _unit))
        {
            _writing.Refuse(problem);
        }
    }

    // What an import has seen once it need not ask for in every row.
    private bool HasProject(string code) => _loaded is null ? Known(code) : _loaded.HasProject(code, Known);

    private bool HasSibling(string code) => _loaded is null ? Sibling(code) : _loaded.HasSibling(code, Sibling);

    private bool Sibling(string code) => Code.Plain(code) && code != _unit.Code && Organisations.Unit(_writing, _unit.Year, code) is not null;

    private bool Known(string code) => Code.Plain(code) && _writing.Find(Kinds.Project, Project.IdOf(_unit.Year, _unit.Code, code)) is not null;
}
