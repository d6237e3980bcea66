using System.Globalization;
using Mingzhang.Forms;
using Mingzhang.Ledger.Execution;
using Mingzhang.Ledger.Lines;
using Mingzhang.Ledger.Organisation;
using Mingzhang.Ledger.Performance;
using Mingzhang.Ledger.Storage;

namespace Mingzhang.App.Commands.Demo;

/// <summary>云溪区一个部门一年的执行：what its clerk enters, through a month.</summary>
internal sealed class DistrictExecution(Library library, DistrictDepartment department, int year, int through)
{
    /// <summary>年中加 2,500 万元的部门。</summary>
    public const string Promised = "数字产业局";

    private readonly Random _random = new((department.Number * 977) + year);

    /// <summary>财政的调整：an addition that was promised for the middle of the year, others by chance, and cuts.</summary>
    public void AdjustByFinance(Writing w)
    {
        foreach (var (unit, book) in Books(w))
        {
            var projects = book.All.Where(a => a.Line is { Nature: "project", Fund: "general" } && a.Source == Allotment.Replied).OrderBy(a => a.Id, StringComparer.Ordinal).ToList();
            var promised = department.About.Name == Promised && unit.Headquarters;
            if (projects.Count == 0)
            {
                continue;
            }

            var document = string.Create(CultureInfo.InvariantCulture, $"云溪财预〔{year}〕{20 + (department.Number * 2) + (int)(unit.Code[^1] - '0')}号");
            if (promised)
            {
                Adjustments.Put(w, unit, new Adjustment("", "add", Day(6, 18), document, "", projects[^1].Id, 25_000_000_00));
            }
            else if (department.Number % 6 == 1 && unit.Headquarters)
            {
                Adjustments.Put(w, unit, new Adjustment("", "add", Day(7, 9), document, "", projects[0].Id, _random.Next(400_000_00, 2_100_000_00)));
            }
            else if (department.Number % 7 == 3 && !unit.Headquarters)
            {
                Adjustments.Put(w, unit, new Adjustment("", "cut", Day(9, 12), document, projects[0].Id, "", projects[0].Line.Fen * _random.Next(5, 30) / 100));
            }
        }
    }

    /// <summary>部门的调剂: between codes, with both sides.</summary>
    public void Move(Writing w)
    {
        foreach (var (unit, book) in Books(w).Where((_, i) => (i + department.Number) % 3 == 0))
        {
            var codes = book.All.Where(a => a.Line.Nature == "public" && a.Line.Economic is not ("30217" or "30231" or "30212")).OrderBy(a => a.Line.Fen).ThenBy(a => a.Id, StringComparer.Ordinal).ToList();
            if (codes.Count > 1)
            {
                Adjustments.Put(w, unit, new Adjustment("", "move", Day(5, 20), string.Create(CultureInfo.InvariantCulture, $"{department.About.Name}财〔{year}〕{_random.Next(3, 40)}号"), codes[^1].Id, codes[0].Id, codes[^1].Line.Fen * _random.Next(3, 18) / 100));
            }
        }
    }

    /// <summary>合同、支付、收款和事项。</summary>
    public void Spend(Writing w)
    {
        var payments = new List<Payment>();
        foreach (var (unit, book) in Books(w))
        {
            var own = department.Units.First(u => u.Code == unit.Code);
            var planned = book.All.OrderBy(a => a.Id, StringComparer.Ordinal).ToDictionary(a => a, a => Planned(book, own, a));
            var contracts = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach (var (i, allotment) in planned.Keys.Where(a => a.Line.Procurement.Length > 0).Index())
            {
                var fen = Math.Max(planned[allotment], book.Revised(allotment) * 6 / 10);
                contracts[allotment.Id] = string.Create(CultureInfo.InvariantCulture, $"HT{year}-{unit.Code}-{i + 1}");
                Contracts.Put(w, unit, new Contract(Day(3, 10 + i), contracts[allotment.Id], allotment.Id, allotment.Line.Procurement, ((unit.Code[^1] + i) % 3) switch { 0 => "micro", 1 => "sme", _ => "" }, i % 2 == 0, fen, "云溪" + (allotment.Line.Procurement switch { "works" => "建设", "goods" => "物资", _ => "服务" }) + "有限公司"));
            }

            payments.AddRange(planned.SelectMany(p => Split(unit, p.Key, p.Value).Select(x => x with { Contract = contracts.GetValueOrDefault(x.Allotment, "") })));
            Happen(w, unit, own, book);
        }

        Payments.Put(w, year, payments);
        foreach (var (unit, book) in Books(w))
        {
            Receive(w, unit, book);
        }
    }

    /// <summary>完成值，到某时点。</summary>
    public void Achieve(Writing w, string moment)
    {
        var share = int.Parse(moment[..2], CultureInfo.InvariantCulture) / 12m;
        foreach (var unit in Organisations.Units(w, year, department.Code))
        {
            foreach (var project in Projects.Of(w, unit).Where(p => p.Objective.Length > 0))
            {
                foreach (var indicator in Projects.Indicators(w, project.Id).Where(i => !i.Name.Contains("执行率", StringComparison.Ordinal)))
                {
                    var target = Scoring.Read(indicator.Value) ?? 0;
                    var rate = indicator.Unit == "%";
                    var met = _random.Next(100) switch { < 70 => 1m, < 82 => 0.9m, < 93 => 0.75m, < 97 => 0.5m, _ => 1.4m };
                    var actual = rate ? Math.Min(100, Math.Round(target * Math.Min(1, met + 0.15m))) : Math.Round(target * met * (moment == Achievement.Final ? 1 : share));
                    Achievements.Put(w, unit, new Achievement(project.Id, indicator.Number, moment, actual.ToString(CultureInfo.InvariantCulture), Reason: actual < target || actual > target * Scoring.Far ? Reasons[_random.Next(Reasons.Length)] : ""));
                }
            }
        }
    }

    /// <summary>结账、自评、年结。</summary>
    public void Close(Writing w)
    {
        foreach (var unit in Organisations.Units(w, year, department.Code))
        {
            YearEnd.Month(w, unit, 12);
        }

        foreach (var unit in Organisations.Units(w, year, department.Code))
        {
            foreach (var project in Projects.Of(w, unit).Where(p => p.Objective.Length > 0))
            {
                Evaluations.Put(w, unit, project, "年度任务已组织实施，完成情况见各项指标。", new DateOnly(year + 1, 2, 20));
            }

            YearEnd.Year(w, unit);
        }
    }

    private static readonly string[] Reasons = ["汛期停工两个月，已调整工序", "供货推迟，下年一季度补齐", "参加人数少于预期，已改为分片组织", "招标流标一次，重新组织后工期顺延", "群众需求增加，年初指标值按上年核定", "上级任务调整，内容并入下年"];

    private IEnumerable<(Unit Unit, ExecutionBook Book)> Books(Writing w) => Organisations.Units(w, year, department.Code).Select(u => (u, new ExecutionBook(w, u)));

    // Basic expenditure goes with the months, projects at the speed of their unit.
    private long Planned(ExecutionBook book, DistrictUnit unit, Allotment allotment)
    {
        var part = allotment.Line.Nature switch
        {
            "personnel" => 0.985m + (_random.Next(0, 15) / 1000m),
            "public" => 0.86m + (_random.Next(0, 140) / 1000m),
            _ => Math.Min(1, unit.Speed + (_random.Next(-80, 120) / 1000m)),
        };
        return (long)(book.Revised(allotment) * part * through / 12);
    }

    private IEnumerable<Payment> Split(Unit unit, Allotment allotment, long fen)
    {
        // Salaries every month, insurance every quarter, all else a few times.
        var times = allotment.Line.Economic is "30101" or "30102" ? through : allotment.Line.Nature == "personnel" ? Math.Max(1, through / 3) : Math.Min(through, _random.Next(2, 6));
        for (var i = 0; i < times; i++)
        {
            var part = i == times - 1 ? fen - (fen / times * (times - 1)) : fen / times;
            var month = (i + 1) * through / times;
            if (part > 0)
            {
                yield return new Payment { Unit = unit.Code, Day = Day(Math.Clamp(month, 1, 12), allotment.Line.Nature == "personnel" ? 15 : _random.Next(3, 28)), Voucher = string.Create(CultureInfo.InvariantCulture, $"{allotment.Id[(allotment.Id.LastIndexOf('-') + 1)..]}-{i + 1}"), Allotment = allotment.Id, Fen = part };
            }
        }
    }

    private void Happen(Writing w, Unit unit, DistrictUnit own, ExecutionBook book)
    {
        var times = 3 + (own.Posts / 6);
        Events.Put(w, unit, new Event(Day(4, 22), "reception", times, times * _random.Next(4, 11)));
        if (book.All.Any(a => a.Line.Economic == "30212"))
        {
            Events.Put(w, unit, new Event(Day(5, 12), "abroad", 1, _random.Next(2, 6)));
        }

        if (own.Vehicles > 3 && year == 2025)
        {
            Events.Put(w, unit, new Event(Day(8, 8), "vehicle-retired", 1, 0, "一般公务用车", "达到报废年限"));
        }
    }

    // Fiscal money comes as it is paid and carried out; institutions earn a little more or less than they planned.
    private void Receive(Writing w, Unit unit, ExecutionBook book)
    {
        var receipts = new Receipts(w, library, unit);
        var carried = Carried.In(w, unit);
        foreach (var (i, group) in book.All.GroupBy(a => new { a.Line.Fund, a.Line.Function }).OrderBy(g => g.Key.Fund + g.Key.Function, StringComparer.Ordinal).Index())
        {
            var full = through == 12;
            var fen = YearEnd.Fiscal(group.Key.Fund)
                ? group.Sum(a => book.Paid(a) + (full && a.Line.Nature == "project" ? book.Left(a) : 0)) - carried.Where(c => c.Fund == group.Key.Fund && c.Function == group.Key.Function).Sum(c => c.Fen)
                : group.Sum(a => book.Revised(a)) * _random.Next(88, 109) / 100 * through / 12;
            foreach (var quarter in Enumerable.Range(1, Math.Max(1, through / 3)).Where(_ => fen > 0))
            {
                var quarters = Math.Max(1, through / 3);
                var part = quarter == quarters ? fen - (fen / quarters * (quarters - 1)) : fen / quarters;
                if (part > 0)
                {
                    receipts.Take(new Receipt { Unit = unit.Code, Day = Day((quarter * 3) - 2, 10), Voucher = string.Create(CultureInfo.InvariantCulture, $"S{i + 1}-{quarter}"), Fund = group.Key.Fund, Function = group.Key.Function, Fen = part }, (_, p) => w.Refuse(p));
                }
            }
        }

        receipts.Finish();
    }

    private string Day(int month, int day) => Days.Write(new DateOnly(year, month, day));
}
