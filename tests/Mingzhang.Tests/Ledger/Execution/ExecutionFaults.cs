using Mingzhang.Documents.Writing;
using Mingzhang.Documents.Writing.Composition;
using Mingzhang.Ledger.Execution;
using Mingzhang.Ledger.Imports;
using Mingzhang.Ledger.Journal;
using Mingzhang.Ledger.Lines;
using Mingzhang.Ledger.Performance;
using Mingzhang.Ledger.Storage;
using Mingzhang.Publishing;

namespace Mingzhang.Tests.Ledger.Execution;

using Reading = Mingzhang.Ledger.Storage.Reading;
using Writing = Mingzhang.Ledger.Storage.Writing;

/// <summary>一年中埋设的差错：each is put in, found, and leaves nothing behind.</summary>
internal static class ExecutionFaults
{
    private const string Unit = "700004";
    private const string Head = "预算单位,支付日期,支付凭证号,功能科目,经济科目,支付金额(元),原凭证号\n";

    public static readonly IReadOnlyList<SeededFault> DuringTheYear =
    [
        new("超出指标一分", "超出指标", h => Paid(h, (w, p) => p with { Fen = Left(w, "30201") + 1 })),
        new("重复的导出", "已经登记过", h => Imported(h, $"{Unit},2026-03-05,Z0-0,2012604,30201,1,\n")),
        new("没有的科目", "没有科目 2012640", h => Imported(h, $"{Unit},2026-03-05,F1,2012640,30201,1,\n")),
        new("改了名的科目", "年不用", h => Imported(h, $"{Unit},2026-03-05,F1,{Closed},30201,1,\n")),
        new("没有指标的科目", "没有这样的指标", h => Imported(h, $"{Unit},2026-03-05,F1,2012604,30227,1,\n")),
        new("上年的支付", "不在 2026 年", h => Paid(h, (_, p) => p with { Day = "2025-12-31" })),
        new("负数", "是负数", h => Imported(h, $"{Unit},2026-03-05,F1,2012604,30201,-3,\n")),
        new("零", "金额是零", h => Imported(h, $"{Unit},2026-03-05,F1,2012604,30201,0,\n")),
        new("金额栏写字", "不是金额", h => Imported(h, $"{Unit},2026-03-05,F1,2012604,30201,三百,\n")),
        new("退款多于支付", "超出原支付", h => Imported(h, $"{Unit},2026-12-05,F1,2012604,30201,99999999,Z{Index(h, "30201")}-0\n")),
        new("已结账的月份", "1 月已结账", h => Refused(h, w =>
        {
            YearEnd.Month(w, Executing.Of(w, Unit), 1);
            Payments.Put(w, Hands.Year, [Payment(w) with { Day = "2026-01-05" }]);
        })),
        new("没有文号的追加", "没有写文号", h => Refused(h, w => Adjustments.Put(w, Executing.Of(w, Unit), new Adjustment("", "add", "2026-06-01", "", "", Id(w, "30201"), 1)), Hands.Reviewer)),
        new("两种资金之间调剂", "同一资金性质", h => Refused(h, w => Adjustments.Put(w, Executing.Of(w, Unit), new Adjustment("", "move", "2026-06-01", "x", Id(w, "30201"), Book(w).All.First(a => a.Line.Fund == "other").Id, 1)), Hands.Reviewer)),
        new("追减已付的钱", "超出指标", h => Refused(h, w => Adjustments.Put(w, Executing.Of(w, Unit), new Adjustment("", "cut", "2026-12-01", "x", Id(w, "30201"), "", Left(w, "30201") + 1)), Hands.Reviewer)),
        new("合同超出指标", "超出指标", h => Refused(h, w => Contracts.Put(w, Executing.Of(w, Unit), new Contract("2026-03-01", "F-1", Id(w, "30201"), "goods", "", false, 900_000_000_00, "甲")))),
        new("付款多于合同", "超出合同", h => Refused(h, w =>
        {
            Contracts.Put(w, Executing.Of(w, Unit), new Contract("2026-03-01", "F-1", Id(w, "30201"), "goods", "", false, 1, "甲"));
            Payments.Put(w, Hands.Year, [Payment(w) with { Fen = 2, Contract = "F-1" }]);
        })),
        new("收支不平就年结", "收支不平", h => Refused(h, w => YearEnd.Year(w, Executing.Of(w, Unit)))),
        new("没有完成值就自评", "没有完成值", h => Refused(h, w =>
        {
            YearEnd.Month(w, Executing.Of(w, Unit), 12);
            Evaluations.Put(w, Executing.Of(w, Unit), Projects.Of(w, Executing.Of(w, Unit))[0], "完成", h.Store.Today);
        })),
    ];

    public static readonly IReadOnlyList<SeededFault> BeforePublication =
    [
        new("绕过日志改了支付", "支付", h => Behind(h)),
        new("缺一段文字", "还缺文字", h => Words(h, "duties", null)),
        new("上年的文字未复核", "尚未复核", h => Words(h, "duties", "云溪市档案局负责全市档案工作的规划、管理和服务。", reviewed: false)),
        new("职责里留有手机号", "MZ", h => Words(h, "duties", "云溪市档案局负责全市档案工作，咨询请拨13800138000。")),
        new("表中数字对调", "MZ0", h => Printed(h, (t, f) => t.Replace(f, f[1] + f[..1] + f[2..], StringComparison.Ordinal))),
        new("决算大于支出的一格", "MZ0", h => Printed(h, (t, f) => t.Replace(f, "9" + f, StringComparison.Ordinal))),
    ];

    /// <summary>什么也没做。</summary>
    public static readonly SeededFault None = new("没有差错", "", h => Published(h, _ => { }));

    private static string Closed => Documents.Library.Catalogues["functions"].Entries.First(e => e is { Code.Length: 7 } && Documents.Library.Catalogues["functions"].Find(e.Code, Hands.Year) is null).Code;

    private static ExecutionBook Book(Reading reading) => new(reading, Executing.Of(reading, Unit));

    private static string Id(Reading reading, string economic) => Book(reading).All.First(a => a.Line.Economic == economic).Id;

    private static int Index(Hands hands, string economic) => Executing.Book(hands, Unit).All.OrderBy(a => a.Id, StringComparer.Ordinal).ToList().FindIndex(a => a.Line.Economic == economic);

    private static long Left(Reading reading, string economic) => Book(reading) is var book ? book.Left(book.All.First(a => a.Line.Economic == economic)) : 0;

    private static Payment Payment(Reading reading) => Executing.Paying(Id(reading, "30201"), "F1", 1, "2026-11-05", Unit);

    private static string Paid(Hands hands, Func<Reading, Payment, Payment> change) => Refused(hands, w => Payments.Put(w, Hands.Year, [change(w, Payment(w))]));

    private static string Imported(Hands hands, string rows) => Refused(hands, w => TreasuryImport.Run(w, Documents.Library, CsvGrid.Read(Head + rows)!, new ImportRequest("a.csv", Hands.Year, "", null), receipts: false));

    // Taken back whether or not it is refused.
    private static string Refused(Hands hands, Action<Writing> work, string who = Hands.Clerk) => Executing.Told(hands.Store.Write(who, "", w =>
    {
        work(w);
        w.Refuse("试", "tried", "", "");
    }));

    private static string Behind(Hands hands)
    {
        var id = hands.Store.Read(r => Payments.Of(r, Executing.Of(r, Unit)))[0].Id;
        Databases.Behind(hands.Address, $"UPDATE payment SET fen = fen + 1 WHERE id = '{id}'");
        var found = string.Join("; ", Verification.Of(hands.Store).Faults.Select(f => f.Chinese));
        Databases.Behind(hands.Address, $"UPDATE payment SET fen = fen - 1 WHERE id = '{id}'");
        return found;
    }

    private static string Words(Hands hands, string item, string? said, bool reviewed = true) => Published(hands, w =>
    {
        if (said is null)
        {
            w.Remove(w.Find(Kinds.Text, $"{Hands.Year}/{TwelveUnits.Department}/final/{item}")!);
        }
        else
        {
            AccountWords.Put(w, Hands.Year, TwelveUnits.Department, item, said, reviewed);
        }
    });

    private static string Printed(Hands hands, Func<string, string, string> change)
    {
        var composed = hands.Store.Read(r => FinalPublication.Compose(r, Documents.Library, Hands.Year, TwelveUnits.Department, _ => { }))!;
        var figure = composed.Tables.SelectMany(t => t.Rows).SelectMany(r => r.Cells).First(c => c.Kind == CellKind.Amount && c.Text.Length > 6 && c.Text[0] != c.Text[1]).Text;
        return Findings(change(ComposedText.Write(composed), figure));
    }

    private static string Published(Hands hands, Action<Writing> work)
    {
        var found = "";
        hands.Store.Write(Hands.Officer, "", w =>
        {
            work(w);
            var composed = FinalPublication.Publish(w, Documents.Library, Hands.Year, TwelveUnits.Department, new DateOnly(2027, 9, 1));
            found = Executing.Told(w.Problems) + (composed is null ? "" : Findings(ComposedText.Write(composed)));
            w.Refuse("试", "tried", "", "");
        });
        return found;
    }

    private static string Findings(string text) => string.Join("; ", Documents.Check(text).Findings.Select(f => f.Rule + " " + f.Message.Chinese));
}
