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
    private readonly Dictionary<string, Line> _lines;
    private readonly Dictionary<string, string> _identities = new(StringComparer.Ordinal);
    private readonly HashSet<string> _projects;
    private readonly HashSet<string> _siblings;

    public LineBook(Writing writing, Library library, Unit unit)
    {
        (_writing, _library, _unit) = (writing, library, unit);
        _may = Permission.Check(writing, "edit", unit);
        _round = Stage.Of(writing, unit.Year, unit.Code).Round;
        _lines = writing.All(Kinds.Line, ("year", (long)unit.Year), ("unit", unit.Code)).Select(Line.Of).ToDictionary(l => l.Id, StringComparer.Ordinal);
        _projects = [.. writing.All(Kinds.Project, ("year", (long)unit.Year), ("unit", unit.Code)).Select(p => p["code"])];
        _siblings = [.. writing.All(Kinds.Unit, ("year", (long)unit.Year)).Select(u => u["code"]).Where(c => c != unit.Code)];
        foreach (var line in _lines.Values)
        {
            _identities[line.Identity] = line.Id;
        }
    }

    public Unit Unit => _unit;

    /// <summary>与之同一的现有的行; null where there is none.</summary>
    public Line? Same(Line line) => _identities.TryGetValue(line.Identity, out var id) ? _lines[id] : null;

    /// <summary>现有各行。</summary>
    public IReadOnlyCollection<Line> Lines => _lines.Values;

    /// <summary>检查一行：complete it, and tell every fault with its field.</summary>
    public Line Check(Line line, Action<string, Problem> fault)
    {
        line = LineChecks.Complete(_library, _unit, line, fault);
        if (line.Project.Length > 0 && !_projects.Contains(line.Project))
        {
            var near = line.Project.Length > 40 ? null : _projects.OrderBy(p => Nearest.Distance(p, line.Project)).FirstOrDefault();
            fault("project", Problem.Of($"{_unit.Code} 没有项目 {Problem.Shown(line.Project)}", $"{_unit.Code} has no project {Problem.Shown(line.Project)}", near is null ? "先用 mingzhang project add 建立" : $"是不是 {near}", near is null ? "add it with mingzhang project add" : $"did you mean {near}"));
        }

        if (line.Transfer.Length > 0 && !_siblings.Contains(line.Transfer))
        {
            fault("transfer", Problem.Of($"对方单位 {Problem.Shown(line.Transfer)} 不是账库里的其他单位", $"{Problem.Shown(line.Transfer)} is no other unit of the ledger", "账库以外的收支不填对方单位", "money from or to others names no such unit"));
        }

        if (line.Secret && !line.Spending)
        {
            fault("secret", Problem.Of("只有支出行可以标记涉密", "only expenditure can be marked secret", "不公开的支出标记后，所用的资金自动相应减去", "the money that pays for it is left out with it"));
        }

        if (_identities.TryGetValue(line.Identity, out var other) && other != line.Id)
        {
            fault("", Problem.Of($"与已有的 {other} 重复（{Fen.Yuan(_lines[other].Fen)} 元）", $"is the same as {other} ({Fen.Yuan(_lines[other].Fen)} yuan)", "修改原来的行，或用说明区分", "change that line, or tell them apart by their details"));
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
        if (_lines.TryGetValue(line.Id, out var before))
        {
            _identities.Remove(before.Identity);
        }

        _lines[line.Id] = line;
        _identities[line.Identity] = line.Id;
        return line;
    }

    /// <summary>删除一行。</summary>
    public void Remove(Line line)
    {
        if (_may && _lines.Remove(line.Id))
        {
            _identities.Remove(line.Identity);
            _writing.Remove(line.Stored());
        }
    }

    /// <summary>完成：in the second round no fund may be above its control figure.</summary>
    public void Done()
    {
        if (!_may)
        {
            return;
        }

        if (_round == 2)
        {
            foreach (var problem in Controls.Exceeded(Controls.Of(_writing, _unit), _lines.Values, _unit))
            {
                _writing.Refuse(problem);
            }
        }
    }
}
