using System.Globalization;
using Mingzhang.Documents.Writing.Sampling;
using Mingzhang.Ledger.Execution;
using Mingzhang.Ledger.Lines;
using Mingzhang.Ledger.Performance;
using Mingzhang.Publishing;

namespace Mingzhang.Tests.Ledger.Execution;

/// <summary>十二个单位的一年：what is done after the budget is replied to, every amount decided by the number of its unit.</summary>
internal static class TwelveUnitsYear
{
    public const int Payments = 10_000;

    private static readonly int Year = Hands.Year;

    /// <summary>已批复的部门，上年有决算。</summary>
    public static Hands Replied(string address)
    {
        var hands = TwelveUnits.Build(address);
        foreach (var unit in TwelveUnits.Units)
        {
            // What the year before came to, as it was imported from outside.
            var last = hands.Lines(Year - 1).Where(l => l.Unit == unit).Select(l => l with { Id = "", Version = 0, Phase = "final", Fen = l.Fen / 100 * 97, Function = l.Spending ? l.Function : Function(unit, "public") }).ToList();
            last[^1] = last[^1] with { Fen = last.Where(l => l.Spending).Sum(l => l.Fen) };
            hands.Put(unit, Year - 1, [.. last]);
        }

        Executing.Reply(hands, TwelveUnits.Department, TwelveUnits.Units);
        return hands;
    }

    /// <summary>调整：an addition of 25 million in the middle of the year, a cut, and moves between codes.</summary>
    public static void Adjust(Hands hands)
    {
        var special = Executing.Book(hands, "700001").All.First(a => a.Line is { Project: "P1", Fund: "general", Transfer: "" }).Id;
        Put(hands, "700001", new Adjustment("", "追加", "2026-06-18", "云财预〔2026〕31号", "", special, 25_000_000_00), Hands.Reviewer);
        foreach (var unit in TwelveUnits.Units.Skip(1).Where((_, i) => i % 3 == 0))
        {
            var book = Executing.Book(hands, unit);
            var (from, to) = (book.All.First(a => a.Line.Economic == "30217").Id, book.All.First(a => a.Line.Economic == "30201").Id);
            Put(hands, unit, new Adjustment("", "调剂", "2026-05-11", "云档财〔2026〕" + unit[^2..] + "号", from, to, 5_000_00), Hands.Officer);
        }

        var cut = Executing.Book(hands, "700004").All.First(a => a.Line is { Project: "P1", Fund: "general" }).Id;
        Put(hands, "700004", new Adjustment("", "追减", "2026-09-03", "云财预〔2026〕58号", cut, "", 100_000_07), Hands.Reviewer);
    }

    /// <summary>一万笔支付，用一种导出和一笔退款; what is paid differs by allotment.</summary>
    public static void Pay(Hands hands)
    {
        var books = TwelveUnits.Units.Select(u => Executing.Book(hands, u)).ToList();
        var each = (Payments - 2) / books.Sum(b => b.All.Count);
        var extra = Payments - 2 - (each * books.Sum(b => b.All.Count));
        foreach (var book in books)
        {
            var payments = new List<Payment>();
            foreach (var (i, allotment) in book.All.OrderBy(a => a.Id, StringComparer.Ordinal).Index())
            {
                var count = each + (extra-- > 0 ? 1 : 0);
                var total = allotment.Line.Transfer.Length > 0 ? book.Revised(allotment) : allotment.Line.Details == "受托保管" ? book.Revised(allotment) / 100 * 96 : book.Revised(allotment) / 100 * (allotment.Line.Nature == "project" ? 71 + (i * 3) : 97 + (i % 3));
                payments.AddRange(Enumerable.Range(0, count).Select(n => Executing.Paying(allotment.Id, string.Create(CultureInfo.InvariantCulture, $"Z{i}-{n}"), (total / count) + (n == 0 ? total % count : 0), new DateOnly(Year, 1, 5).AddDays(n * 355 / count).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), book.Unit.Code)));
            }

            Executing.Pay(hands, [.. payments]);
        }

        var first = books[2].All.OrderBy(a => a.Id, StringComparer.Ordinal).First();
        Executing.Pay(hands, Executing.Paying(first.Id, "T1", 50_00, "2026-11-02", "700003"), Executing.Paying(first.Id, "T2", 50_00, "2026-12-02", "700003") with { Reverses = "T1" });
    }

    /// <summary>收款、合同和事项。</summary>
    public static void Receive(Hands hands)
    {
        foreach (var unit in TwelveUnits.Units)
        {
            hands.Do(w =>
            {
                var of = Executing.Of(w, unit);
                var book = new ExecutionBook(w, of);
                var receipts = new Receipts(w, Documents.Library, of);
                foreach (var (i, group) in book.All.GroupBy(a => new { a.Line.Fund, a.Line.Function, Passed = a.Line.Details == "受托保管" }).OrderBy(g => g.Key.Fund + g.Key.Function + g.Key.Passed, StringComparer.Ordinal).Index())
                {
                    // Fiscal money comes as it is paid and carried out; own income is what it is.
                    var fen = YearEnd.Fiscal(group.Key.Fund) ? group.Sum(a => book.Paid(a) + (a.Line.Nature == "project" ? book.Left(a) : 0)) : group.Key.Passed ? group.Sum(a => a.Line.Fen) : group.Sum(a => a.Line.Fen) + 1_234_56;
                    Assert.True(receipts.Take(new Receipt { Unit = unit, Day = "2026-02-0" + (1 + (i % 9)), Voucher = "S" + i, Fund = group.Key.Fund, Function = group.Key.Function, Fen = fen, Transfer = group.Key.Passed ? "700001" : "" }, (_, p) => w.Refuse(p)), w.Problems.Count > 0 ? w.Problems[^1].Message.Chinese : "");
                }

                receipts.Finish();
                var works = book.All.First(a => a.Line is { Procurement: "works", Fund: "general" });
                Contracts.Put(w, of, new Contract("2026-03-20", "HT-" + unit, works.Id, "works", unit[^1] % 2 == 0 ? "micro" : "", true, book.Revised(works) / 2, "云溪建设有限公司"));
                Events.Put(w, of, new Event("2026-07-15", "equipment-bought", 1 + (unit[^1] % 2), 0, Details: "恒湿机组"));
                Events.Put(w, of, new Event("2026-04-09", "reception", 4 + unit[^1] - '0', 60 + unit[^1] - '0'));
            }, Hands.Clerk);
        }
    }

    /// <summary>监控、结账、自评和年结。</summary>
    public static void Close(Hands hands)
    {
        foreach (var unit in TwelveUnits.Units)
        {
            hands.Do(w =>
            {
                var of = Executing.Of(w, unit);
                foreach (var moment in Achievement.Moments)
                {
                    Achievements.Put(w, of, new Achievement($"{Year}/{unit}/P1", 1, moment, unit[^2..].TrimStart('0')));
                    Achievements.Put(w, of, new Achievement($"{Year}/{unit}/P1", 2, moment, moment == Achievement.Final && unit[^1] % 2 == 0 ? "92" : "100", Reason: "雨季停工，已调整工序"));
                }

                YearEnd.Month(w, of, 12);
                Evaluations.Put(w, of, Projects.Of(w, of).Single(p => p.Code == "P1"), "任务已完成", new DateOnly(Year + 1, 2, 1));
                YearEnd.Year(w, of);
            }, Hands.Clerk);
        }
    }

    /// <summary>写齐决算文字。</summary>
    public static void Write(Hands hands, string code)
    {
        var sampled = Sampler.Draft(Documents.Library, Documents.Library.Book(FinalPublication.Book)!, 1);
        var composed = hands.Store.Read(r => FinalPublication.Compose(r, Documents.Library, Year, code, _ => { }))!;
        var name = code == TwelveUnits.Department ? "云溪市档案局" : TwelveUnits.Name(code);
        hands.Do(w =>
        {
            foreach (var gap in composed.Gaps)
            {
                AccountWords.Put(w, Year, code, gap.Key, gap.Key switch
                {
                    "duties" => $"{name}负责全市档案工作的规划、管理和服务。",
                    "units" => code == TwelveUnits.Department ? $"{name}内设办公室、业务科，下属{string.Join('、', TwelveUnits.Units.Skip(1).Select(TwelveUnits.Name))}。" : $"{name}内设办公室、业务科。",
                    _ => sampled.Words.GetValueOrDefault(gap.Key, "完成年度专项任务"),
                });
            }
        });
    }

    public static string Function(string unit, string nature) => unit.EndsWith("01", StringComparison.Ordinal) ? nature == "project" ? "2012602" : "2012601" : "2012604";

    private static void Put(Hands hands, string unit, Adjustment adjustment, string who) => hands.Do(w => Adjustments.Put(w, Executing.Of(w, unit), adjustment), who);
}
