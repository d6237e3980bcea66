using System.Globalization;
using Mingzhang.Forms;
using Mingzhang.Ledger.Lines;
using Mingzhang.Ledger.Organisation;
using Mingzhang.Ledger.Process;
using Mingzhang.Ledger.Storage;

namespace Mingzhang.Ledger.Execution;

/// <summary>月结和年结：a closed month takes nothing any more; at the year's end what fiscal projects have left is carried out, what basic expenditure has left goes back, and both sides balance.</summary>
internal static class YearEnd
{
    /// <summary>余额结转下年。</summary>
    public const string CarriedOut = "carried";

    /// <summary>余额收回。</summary>
    public const string TakenBack = "recovered";

    public static bool Fiscal(string fund) => fund is "general" or "government-funds" or "state-capital";

    /// <summary>月结, through that month.</summary>
    public static void Month(Writing writing, Unit unit, int month)
    {
        var closing = Closing.Of(writing, unit);
        if (month is < 1 or > 12 || month <= closing.Month)
        {
            writing.Refuse($"不能结 {month} 月：{unit.Code} 已结到 {closing.Month} 月", $"month {month} cannot be closed: {unit.Code} is closed through {closing.Month}", "月份应在已结月份之后", "give a later month");
            return;
        }

        if (Permission.Check(writing, "close", unit))
        {
            writing.Put((closing with { Month = month }).Stored());
        }
    }

    /// <summary>反结账, with a reason, down to that month; not once the year's account is made.</summary>
    public static void Reopen(Writing writing, Unit unit, int month, string why)
    {
        var closing = Closing.Of(writing, unit);
        if (why.Trim().Length == 0 || closing.State.Length > 0 || month < 1 || month > closing.Month)
        {
            writing.Refuse($"不能反结 {unit.Code} 的 {month} 月", $"month {month} of {unit.Code} cannot be opened again", "要说明理由（--why），并且该月已结、年度未结", "it takes a reason, a month that is closed and a year that is not");
        }
        else if (Permission.Check(writing, "reopen", unit))
        {
            writing.Put((closing with { Month = month - 1 }).Stored(), why);
        }
    }

    /// <summary>年结：all months, what is left of every allotment, and the balance of every fund.</summary>
    public static void Year(Writing writing, Unit unit)
    {
        var closing = Closing.Of(writing, unit);
        if (closing.State.Length > 0)
        {
            writing.Refuse($"{unit.Code} 的 {unit.Year} 年已经年结", $"{unit.Year} is closed in {unit.Code} already", "用 mingzhang status 查看", "see mingzhang status");
            return;
        }

        if (!Permission.Check(writing, "close", unit))
        {
            return;
        }

        var book = new ExecutionBook(writing, unit);
        var remainders = book.All.Where(a => Fiscal(a.Line.Fund) && book.Left(a) > 0).OrderBy(a => a.Id, StringComparer.Ordinal)
            .Select(a => new RecordValues().Set("year", unit.Year).Set("unit", unit.Code).Set("allotment", a.Id).Set("fund", a.Line.Fund).Set("function", a.Line.Function).Set("project", a.Line.Project)
                .Set("sort", a.Line.Nature == "project" ? CarriedOut : TakenBack).Set("fen", book.Left(a)));
        writing.AddAll(unit.Code, [.. remainders.Select(values => (Func<long, StoredRecord>)(seq => values.As(Kinds.Remainder, string.Create(CultureInfo.InvariantCulture, $"{unit.Code}-{unit.Year}-{seq}"), unit.Code, 0)))]);
        foreach (var problem in Unbalanced(writing, unit, book))
        {
            writing.Refuse(problem);
        }

        writing.Put((closing with { Month = 12, State = Closing.Closed }).Stored());
    }

    /// <summary>财政拨款收支不平之处, by fund and function: what came in and was carried in is paid or carried out.</summary>
    public static IEnumerable<Problem> Unbalanced(Reading reading, Unit unit, ExecutionBook book)
    {
        var sides = new SortedDictionary<string, long>(StringComparer.Ordinal);
        void Add(string fund, string function, long fen)
        {
            if (Fiscal(fund))
            {
                sides[fund + " " + function] = sides.GetValueOrDefault(fund + " " + function) + fen;
            }
        }

        Receipts.Of(reading, unit).ToList().ForEach(r => Add(r["fund"], r["function"], r.Whole("fen")));
        Carried.In(reading, unit).ToList().ForEach(c => Add(c.Fund, c.Function, c.Fen));
        book.All.ToList().ForEach(a => Add(a.Line.Fund, a.Line.Function, -book.Paid(a)));
        Carried.Out(reading, unit).ToList().ForEach(c => Add(c.Fund, c.Function, -c.Fen));
        return sides.Where(s => s.Value != 0).Select(s => Problem.Of($"{unit.Code} 的{Names.Fund(s.Key.Split(' ')[0])} {s.Key.Split(' ')[1]} 收支不平：收入和年初结转比支出和年末结转{(s.Value > 0 ? "多" : "少")} {Fen.Yuan(Math.Abs(s.Value))} 元",
            $"{unit.Code}, {Names.FundEnglish(s.Key.Split(' ')[0])} {s.Key.Split(' ')[1]}: resources and uses differ by {Fen.Yuan(s.Value)} yuan", "补登收款或支付，或由财政追减", "enter what is missing, or have the allotment cut"));
    }

    /// <summary>结转到下年：allotments of the next year for what was carried out, less what its budget counts already.</summary>
    public static void Carry(Writing writing, Library library, Unit unit, string document)
    {
        if (Organisations.Unit(writing, unit.Year + 1, unit.Code) is not { } next)
        {
            writing.Refuse($"{unit.Year + 1} 年没有单位 {unit.Code}", $"there is no unit {unit.Code} in {unit.Year + 1}", "先建立下年的单位", "add it to the next year first");
            return;
        }

        var book = new ExecutionBook(writing, next);
        if (book.Adjustments.Any(a => a.Sort == AdjustmentSort.Carry.Key))
        {
            writing.Refuse($"{unit.Code} 的结转已经下达到 {next.Year} 年", $"what {unit.Code} carried out was handed down to {next.Year} already", "不能下达两次", "it is not handed down twice");
            return;
        }

        if (!Permission.Check(writing, "adjust", next))
        {
            return;
        }

        var day = new DateOnly(next.Year, Math.Min(12, book.Closed + 1), 1);
        foreach (var carried in Carried.Beyond(writing, next))
        {
            var source = Allotments.Of(writing, unit).First(a => a.Id == carried.Allotment).Line;
            if (source.Project.Length > 0 && Projects.Of(writing, next).All(p => p.Code != source.Project) && Projects.Of(writing, unit).FirstOrDefault(p => p.Code == source.Project) is { } project)
            {
                Continue(writing, project with { Year = next.Year, State = "执行", Version = 0 }, project.Id);
            }

            if (Allotments.New(writing, library, next, source with { Id = "", Details = "上年结转 " + carried.Allotment }, Allotment.Carried) is { } opened)
            {
                Adjustments.Put(writing, next, new Adjustment("", AdjustmentSort.Carry.Key, Days.Write(day), document, "", opened.Id, carried.Fen));
            }
        }
    }

    // A project that goes on keeps what it promised.
    private static void Continue(Writing writing, Project project, string from)
    {
        writing.Put(project.Stored());
        foreach (var indicator in Projects.Indicators(writing, from))
        {
            writing.Put((indicator with { Project = project.Id }).Stored(project.Unit, 0));
        }
    }
}
