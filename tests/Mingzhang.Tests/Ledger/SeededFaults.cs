using Mingzhang.Documents.Writing;
using Mingzhang.Documents.Writing.Composition;
using Mingzhang.Ledger;
using Mingzhang.Ledger.Imports;
using Mingzhang.Ledger.Journal;
using Mingzhang.Ledger.Lines;
using Mingzhang.Ledger.Organisation;
using Mingzhang.Ledger.Process;
using Mingzhang.Ledger.Storage;
using Mingzhang.Publishing;

namespace Mingzhang.Tests.Ledger;

using Writing = Mingzhang.Ledger.Storage.Writing;

/// <summary>埋设的差错：put into a sound season and taken out again; what found it is told, nothing where nobody did.</summary>
/// <param name="Name">What was done.</param>
/// <param name="Says">What the words that find it say.</param>
/// <param name="Found">Does it, tells by whose words it was found, and leaves the ledger as it was.</param>
internal sealed record SeededFault(string Name, string Says, Func<Hands, string> Found)
{
    /// <inheritdoc/>
    public override string ToString() => Name;
}

/// <summary>二十处差错：in lines before they are submitted; in words, counts, promises and behind the journal before they are published.</summary>
internal static class SeededFaults
{
    private const string Unit = "700004";

    private const string Head = "预算单位,资金性质,支出性质,支出功能分类,经济分类科目,金额(元),备注\n";

    public static readonly IReadOnlyList<SeededFault> BeforeSubmission =
    [
        new("科目编码错位", "2012061", h => Entered(h, Running with { Function = "2012061" })),
        new("本年不用的科目", "年不用", h => Entered(h, Running with { Function = Closed })),
        new("负数", "是负数", h => Entered(h, Running with { Fen = -100 })),
        new("同一行填了两次", "重复", h => Entered(h, h.Lines().First(l => l is { Unit: Unit, Economic: "30201" }) with { Id = "", Version = 0 })),
        new("项目支出没有项目", "没有写项目", h => Entered(h, Running with { Nature = "project", Economic = "" })),
        new("多了一分，收支不平", "差 -0.01 元", h => Refused(h, w =>
        {
            var line = Line.Of(w.All(Kinds.Line, ("year", (long)Hands.Year), ("unit", Unit), ("economic", "30201"))[0]);
            Hands.PutIn(w, Unit, Hands.Year, line with { Fen = line.Fen + 1 });
            Movement.Do(w, "submit", Hands.Year, Unit, h.Store.Today);
        })),
        new("内部往来一方改了数", "内部往来不符", h => Refused(h, w =>
        {
            var line = Line.Of(w.All(Kinds.Line, ("year", (long)Hands.Year), ("unit", "700005"), ("transfer", "700001"))[0]);
            Hands.PutIn(w, "700005", Hands.Year, line with { Fen = line.Fen - 100 });
            Transfers.Unmatched(w, Organisations.Units(w, Hands.Year, TwelveUnits.Department)).ToList().ForEach(w.Refuse);
        })),
        new("元当作万元", "相差约一万倍", h => Imported(h, Head.Replace("元", "万元", StringComparison.Ordinal) + $"{Unit},一般公共预算,公用经费,2012604,30217,60000,再录\n")),
        new("编码与名称不符", "是“档案馆”", h => Imported(h, Head + $"{Unit},一般公共预算,公用经费,2012604 行政运行,30201,5,再录\n")),
    ];

    public static readonly IReadOnlyList<SeededFault> BeforePublication =
    [
        new("绕过日志改了金额", "与日志不符：金额", h => Behind(h, "fen = fen + 100", "fen = fen - 100")),
        new("绕过日志改了科目", "与日志不符：部门预算经济分类", h => Behind(h, "economic = '30202'", "economic = '30201'")),
        new("缺一段文字", "还缺文字", h => Words(h, "duties", null)),
        new("上年的文字未复核", "尚未复核", h => Words(h, "duties", "云溪市档案局负责全市档案工作的规划、管理和服务。", reviewed: false)),
        new("职责里留有手机号", "MZ", h => Words(h, "duties", "云溪市档案局负责全市档案工作的规划、管理和服务，咨询请拨13800138000。")),
        new("模板里的占位", "XX", h => Words(h, "duties", "XX局负责全市档案工作的规划、管理和服务。")),
        new("原因与方向相反", "方向相反", h => Words(h, "why 三公/reception", "公务接待经费增加")),
        new("车辆分项大于总数", "99", h => Words(h, "vehicles-law", "99", "count")),
        new("指标权重不足一百", "权重", h => Promise(h, 1, "weight", "45")),
        new("指标值与目标不符", "100", h => Promise(h, 2, "value", "80")),
        new("表中数字对调", "MZ0", h => Printed(h, (t, f) => t.Replace(f, f[1] + f[..1] + f[2..], StringComparison.Ordinal))),
    ];

    /// <summary>什么也没做：what is told then would be found without any fault.</summary>
    public static readonly SeededFault None = new("没有差错", "", h => Published(h, _ => { }));

    private static Line Running => Hands.Running(Unit, "public", "30202", 100) with { Function = "2012604" };

    private static string Closed => Documents.Library.Catalogues["functions"].Entries.First(e => e is { Code.Length: 7 } && Documents.Library.Catalogues["functions"].Find(e.Code, Hands.Year) is null).Code;

    private static string Entered(Hands hands, Line line) => Refused(hands, w => Hands.PutIn(w, Unit, Hands.Year, line));

    private static string Imported(Hands hands, string csv) => Refused(hands, w => LineImport.Run(w, Documents.Library, CsvGrid.Read(csv)!, new ImportRequest("a.csv", Hands.Year, "budget", null)));

    private static string Refused(Hands hands, Action<Writing> work, string who = Hands.Clerk) => Told(hands.Store.Write(who, "", work));

    private static string Told(IEnumerable<Problem> problems) => string.Join("; ", problems.Select(p => p.Message.Chinese));

    private static string Behind(Hands hands, string change, string back)
    {
        var id = hands.Lines().First(l => l is { Unit: Unit, Economic: "30201" }).Id;
        Databases.Behind(hands.Address, $"UPDATE line SET {change} WHERE id = '{id}'");
        var found = string.Join("; ", Verification.Of(hands.Store).Faults.Select(f => f.Chinese));
        Databases.Behind(hands.Address, $"UPDATE line SET {back} WHERE id = '{id}'");
        return found;
    }

    private static string Words(Hands hands, string item, string? said, string sort = "words", bool reviewed = true) => Published(hands, w =>
    {
        var id = $"{Hands.Year}/{TwelveUnits.Department}/{sort}/{item}";
        var present = w.Find(Kinds.Text, id);
        if (said is null)
        {
            w.Remove(present!);
            return;
        }

        w.Put(new RecordValues().Set("year", Hands.Year).Set("owner", TwelveUnits.Department).Set("sort", sort).Set("item", item).Set("said", said).Set("reviewed", reviewed)
            .As(Kinds.Text, id, Sealing.DepartmentChain(TwelveUnits.Department), present?.Version ?? 0));
    });

    private static string Promise(Hands hands, int number, string field, string value) => Published(hands, w =>
    {
        var present = w.Find(Kinds.Indicator, $"{Hands.Year}/700001/P1/{number}")!;
        w.Put(present with { Values = new Dictionary<string, string>(present.Values, StringComparer.Ordinal) { [field] = value } });
    });

    // What the printed text says after somebody changed a figure of it by hand.
    private static string Printed(Hands hands, Func<string, string, string> change)
    {
        var composed = hands.Store.Read(r => Publication.Compose(r, Documents.Library, Documents.Library.Book("cq-budget")!, Hands.Year, TwelveUnits.Department, _ => { }))!;
        var text = ComposedText.Write(composed);
        var figure = composed.Tables.SelectMany(t => t.Rows).SelectMany(r => r.Cells).First(c => c.Kind == CellKind.Amount && c.Text.Length > 6 && c.Text[0] != c.Text[1]).Text;
        return Findings(change(text, figure));
    }

    // All that publication asks, in a writing that is taken back.
    private static string Published(Hands hands, Action<Writing> work)
    {
        var found = "";
        hands.Store.Write(Hands.Officer, "", w =>
        {
            work(w);
            var composed = Publication.Verify(w, Documents.Library, Documents.Library.Book("cq-budget")!, Hands.Year, TwelveUnits.Department, hands.Store.Today);
            found = Told(w.Problems) + (composed is null ? "" : Findings(ComposedText.Write(composed)));
            w.Refuse("试", "tried", "", "");
        });
        return found;
    }

    private static string Findings(string text) => string.Join("; ", Documents.Check(text).Findings.Select(f => f.Rule + " " + f.Message.Chinese));
}
