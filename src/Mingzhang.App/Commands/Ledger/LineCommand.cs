using System.CommandLine;
using System.Globalization;
using Mingzhang.Forms;
using Mingzhang.Ledger.Lines;
using Mingzhang.Ledger.Organisation;
using Mingzhang.Ledger.Storage;

namespace Mingzhang.App.Commands.Ledger;

/// <summary>mingzhang line：budget lines one by one.</summary>
internal static class LineCommand
{
    public static Command Create(LedgerOptions options) => new("line", "预算行 / budget lines") { Add(options), Edit(options), Remove(options), List(options) };

    private static Command Add(LedgerOptions options)
    {
        var unit = LedgerOptions.Name("UNIT", "单位编码 / code of the unit");
        var fields = LedgerOptions.Fields();
        fields.Description = "measure= fund= nature= function= economic= project= yuan= 或 wan= procurement= sme= bought= secret= transfer= details=";
        var stdin = LedgerOptions.Flag("--stdin", "从标准输入逐行读，制表符分隔字段，每行一次写入，写成后才回答 / one line each from standard input, fields separated by tabs, each acknowledged once it is stored");
        return options.Command("add", "新增一行 / add a line", [unit, fields, stdin], call => call.With(create: false, store =>
        {
            if (!call.Parsed.GetValue(stdin))
            {
                return One(call, store, call.Parsed.GetValue(unit)!, call.Parsed.GetValue(fields)!);
            }

            var code = ExitCodes.Clean;
            while (Console.In.ReadLine() is { } text)
            {
                code = Math.Max(code, One(call, store, call.Parsed.GetValue(unit)!, text.Split('\t', StringSplitOptions.RemoveEmptyEntries)));
                Console.Out.Flush();
            }

            return code;
        }));
    }

    private static Command Edit(LedgerOptions options)
    {
        var id = LedgerOptions.Name("ID", "行号 / id of the line");
        var fields = LedgerOptions.Fields();
        var version = new Option<long>("--version-seen") { Description = "读取时的版本；已被他人修改时拒绝 / version that was read" };
        return options.Command("edit", "修改一行 / change a line", [id, fields, version], call => call.With(create: false, store => call.Write(store, w =>
        {
            if (Found(w, call.Parsed.GetValue(id)!) is { } line)
            {
                line = call.Parsed.GetValue(version) is var seen && seen > 0 ? line with { Version = seen } : line;
                Put(w, line.Unit, line.Year, call.Parsed.GetValue(fields)!, line);
            }
        }, () => Answer.Done($"{call.Parsed.GetValue(id)} 已修改", $"{call.Parsed.GetValue(id)} is changed"))));
    }

    private static Command Remove(LedgerOptions options)
    {
        var id = LedgerOptions.Name("ID", "行号 / id of the line");
        return options.Command("remove", "删除一行 / remove a line", [id], call => call.With(create: false, store => call.Write(store, w =>
        {
            if (Found(w, call.Parsed.GetValue(id)!) is { } line && Organisations.Unit(w, line.Year, line.Unit) is { } unit)
            {
                var book = new LineBook(w, Library.Standard, unit);
                book.Remove(line);
                book.Done();
            }
        }, () => Answer.Done($"{call.Parsed.GetValue(id)} 已删除", $"{call.Parsed.GetValue(id)} is removed"))));
    }

    private static Command List(LedgerOptions options)
    {
        var unit = LedgerOptions.Name("UNIT", "单位编码 / code of the unit");
        return options.Command("list", "列出一个单位的预算行 / list the lines of a unit", [unit], call => call.With(create: false, store =>
            call.Say(Answer.Table(["id", "version", "phase", "measure", "fund", "nature", "function", "economic", "government", "project", "yuan", "procurement", "sme", "secret", "transfer", "details"],
                store.Read(r => r.All(Kinds.Line, ("year", (long)call.Year), ("unit", call.Parsed.GetValue(unit)!)).Select(Line.Of)
                    .Select(l => (IReadOnlyList<string>)[l.Id, l.Version.ToString(CultureInfo.InvariantCulture), l.Phase, l.Measure, l.Fund, l.Nature, l.Function, l.Economic, l.Government, l.Project, Fen.Yuan(l.Fen), l.Procurement, l.Sme, l.Secret ? "涉密" : "", l.Transfer, l.Details]).ToList())))));
    }

    private static int One(LedgerCall call, Store store, string unit, IReadOnlyList<string> fields)
    {
        Line? stored = null;
        return call.WriteUnit(store, unit, w => stored = Put(w, unit, call.Year, fields, null), () => Answer.Done($"已存 {stored!.Id} {Fen.Yuan(stored.Fen)} 元", $"stored {stored.Id} {Fen.Yuan(stored.Fen)} yuan"));
    }

    private static Line? Put(Writing w, string code, int year, IReadOnlyList<string> fields, Line? old)
    {
        if (LedgerCall.Unit(w, year, code) is not { } unit)
        {
            return null;
        }

        var given = GivenFields.ForLine(fields);
        var line = given.Line(old ?? new Line { Year = year, Unit = code, Fen = 0 }, Library.Standard);
        given.Refuse(w);

        if (old is null && given.Problems.Count == 0 && line.Fen == 0)
        {
            w.Refuse("没有金额", "the amount is missing", "用 yuan= 或 wan= 写明", "give yuan= or wan=");
        }

        var book = new LineBook(w, Library.Standard, unit);
        var stored = book.Put(line);
        book.Done();
        return stored;
    }

    private static Line? Found(Writing w, string id)
    {
        if (w.Find(Kinds.Line, id) is { } record)
        {
            return Line.Of(record);
        }

        w.Refuse($"没有预算行 {id}", $"there is no line {id}", "用 mingzhang line list 查看", "see mingzhang line list");
        return null;
    }
}
