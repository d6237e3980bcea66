using System.Text.Json.Nodes;
using Mingzhang.Ledger;
using Mingzhang.Ledger.Estimates;
using Mingzhang.Ledger.Journal;
using Mingzhang.Ledger.Lines;
using Mingzhang.Ledger.Organisation;
using Mingzhang.Ledger.Storage;
using Mingzhang.Workbench.Hosting;

namespace Mingzhang.Workbench.Pages.Reports.Grid;

/// <summary>逐处保存：each edit is stored, or answered with its faults, or with what another has made of the line; one that is wrong holds up no other.</summary>
internal sealed class LineSaving(WorkVisit v, Writing writing, Unit unit, IReadOnlyList<LineField> fields, bool income)
{
    private readonly LineBook _book = new(writing, v.Site.Library, unit);
    private readonly List<JsonObject> _answers = [];
    private readonly List<Line> _stored = [];
    private readonly List<string> _removed = [];

    /// <summary>各处的回答。</summary>
    public IReadOnlyList<JsonObject> Answers => _answers;

    /// <summary>已存入的行。</summary>
    public IReadOnlyList<Line> Stored => _stored;

    /// <summary>已删除的行号。</summary>
    public IReadOnlyList<string> Removed => _removed;

    /// <summary>办理; what the whole of it breaks is refused by the ledger.</summary>
    public void Do(IReadOnlyList<LineEdit> edits)
    {
        foreach (var edit in edits)
        {
            var answer = Do(edit);
            answer["key"] = edit.Key;
            _answers.Add(answer);
        }

        if (_stored.Count + _removed.Count > 0)
        {
            _book.Done();
        }
    }

    private JsonObject Do(LineEdit edit)
    {
        var before = edit.Id.Length == 0 ? null : Present(edit.Id);
        if (edit.Id.Length > 0 && before is null)
        {
            return edit.Remove ? new JsonObject { ["removed"] = true } : Conflict(edit.Id, null);
        }

        if (before is not null && before.Version != edit.Version)
        {
            return !edit.Remove && Apply(before, edit, (_, _) => { }) == before ? Done(before) : Conflict(edit.Id, before);
        }

        if (edit.Remove)
        {
            if (before is not null)
            {
                _book.Remove(before);
                _removed.Add(before.Id);
            }

            return new JsonObject { ["removed"] = true };
        }

        return Store(edit, before);
    }

    private JsonObject Store(LineEdit edit, Line? before)
    {
        var faults = new List<JsonNode>();
        void Fault(string field, Problem problem) => faults.Add(LineFaults.Node(v, unit, field, problem, edit.Set.GetValueOrDefault(field) ?? "", field == "project" ? Projects.Of(writing, unit) : []));
        var blank = new Line { Year = unit.Year, Unit = unit.Code, Measure = income ? "income" : "expenditure", Fen = 0 };
        var entered = Apply(before ?? blank, edit, Fault);
        if (before is null && edit.Again && Before(entered) is { } sent)
        {
            return Done(sent);
        }

        if (entered == before && faults.Count == 0)
        {
            return Done(before);
        }

        entered = _book.Check(entered with { Source = Estimated.EnteredOver(entered.Source) }, Fault);
        if (faults.Count > 0)
        {
            return new JsonObject { ["faults"] = JsonText.List(faults) };
        }

        if (_book.Store(entered) is not { } stored)
        {
            return [];
        }

        _stored.Add(stored);
        return Done(stored);
    }

    private Line Apply(Line line, LineEdit edit, Action<string, Problem> fault)
    {
        foreach (var field in fields.Where(f => f.Key != "fen"))
        {
            line = edit.Set.TryGetValue(field.Key, out var text) ? field.Set(line, text) : line;
        }

        if (edit.Set.TryGetValue("fen", out var amount) || line.Id.Length == 0)
        {
            amount ??= "";
            var fen = Fen.Read(amount, 10_000m);
            line = line with { Fen = fen ?? line.Fen };
            if (fen is null)
            {
                fault("fen", LineFaults.NoAmount(amount));
            }
        }

        return line;
    }

    // Only lines of this unit that this page shows.
    private Line? Present(string id) => writing.Find(Kinds.Line, id) is { } found && Line.Of(found) is { Phase: "budget" } line && line.Year == unit.Year && line.Unit == unit.Code && line.Spending != income ? line : null;

    // The answer to what was sent before never came: a line just like it that the same person has put in is that line.
    private Line? Before(Line entered) => _book.Same(LineFaults.Complete(v, unit, entered)) is { } same && same.Fen == entered.Fen && JournalTable.Of(writing.Statements, Kinds.Line.Key, same.Id) is [{ Was: null } first] && first.Who == v.Who ? same : null;

    private JsonObject Done(Line line) => new() { ["line"] = LineList.Cells(line, fields) };

    private JsonObject Conflict(string id, Line? now)
    {
        var last = JournalTable.Of(writing.Statements, Kinds.Line.Key, id) is [.., var entry] ? entry : null;
        return new JsonObject { ["conflict"] = true, ["line"] = now is null ? null : LineList.Cells(now, fields), ["who"] = last?.Who ?? "", ["at"] = last?.At ?? "" };
    }
}
