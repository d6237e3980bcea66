using System.Text.Json;
using Mingzhang.Documents.Writing.Sampling;
using Mingzhang.Ledger.Lines;
using Mingzhang.Tests.Ledger;
using Mingzhang.Tests.Ledger.Execution;

namespace Mingzhang.Tests.App;

/// <summary>执行的命令：a year by commands alone, after the budget is replied to.</summary>
public class ExecutionCommandTests
{
    private readonly string _folder = Databases.Temporary();

    private string Database => Path.Combine(_folder, "ledger.db");

    [Fact]
    public void A_year_by_commands_alone()
    {
        using (var hands = Executing.Replied(Database))
        {
            // Indicators belong to the second submission; here they are put in behind it.
            hands.Do(w =>
            {
                foreach (var (i, indicator) in new[] { new ProjectIndicator("2026/700001/P1", 1, "改造库房数量", "≥", "2", "间", "90", ""), new ProjectIndicator("2026/700001/P1", 2, "年度预算执行率", "=", "100", "%", "10", "") }.Index())
                {
                    w.Put(indicator.Stored("700001", 0));
                }
            });
        }

        var allotments = JsonDocument.Parse(Ok("吴填", "status", "700001", "--month", "6", "--format", "json")).RootElement.EnumerateArray().ToList();
        string Allotment(string part) => allotments.First(a => a.GetProperty("codes").GetString()!.Contains(part, StringComparison.Ordinal)).GetProperty("allotment").GetString()!;
        var (salary, office, guests, works) = (Allotment("30101"), Allotment("30201"), Allotment("30217"), Allotment("P1"));
        Assert.Equal("250000.00", allotments.First(a => a.GetProperty("allotment").GetString() == office).GetProperty("revised").GetString());
        Ok("郑审", "adjust", "700001", "追加", "document=云财预〔2026〕31号", "given=" + works, "wan=2500", "day=2026-06-18");
        Ok("周汇", "adjust", "700001", "move", "document=云档财2号", "taken=" + guests, "given=new", "fund=general", "nature=public", "function=2012601", "economic=30202", "yuan=1000", "day=2026-06-18");
        Assert.Contains("没有写文号", Refused("郑审", "adjust", "700001", "add", "given=" + works, "yuan=1", "day=2026-06-18"), StringComparison.Ordinal);
        var told = Refused("吴填", "pay", "700001", "voucher=Z0", "allotment=无", "yuan=五元", "day=2025-07-02");
        Assert.All(["不是金额", "不在 2026 年", "没有指标“无”"], t => Assert.Contains(t, told, StringComparison.Ordinal));
        Assert.DoesNotContain("金额是零", told, StringComparison.Ordinal);
        told = Refused("吴填", "event", "700001", "reception", "count=三", "day=2025-07-02");
        Assert.All(["count=“三”不是整数", "不在 2026 年"], t => Assert.Contains(t, told, StringComparison.Ordinal));
        told = Refused("吴填", "receive", "700001", "voucher=S0", "fund=般", "function=2012606", "yuan=0");
        Assert.All(["“般”不是一种资金来源", "金额是零", "没有支出功能分类项 2012606"], t => Assert.Contains(t, told, StringComparison.Ordinal));
        told = Refused("郑审", "adjust", "700001", "add", "given=" + works, "yuan=x", "day=2026-06-18");
        Assert.All(["不是金额", "没有写文号"], t => Assert.Contains(t, told, StringComparison.Ordinal));
        Ok("吴填", "contract", "700001", "HT-1", "allotment=" + works, "procurement=工程", "size=小微企业", "wan=1200", "supplier=云溪建设", "day=2026-03-01");
        Assert.Contains("还没有支付", Ok("吴填", "status", "700001", "--alerts", "--month", "6"), StringComparison.Ordinal);
        Ok("吴填", "pay", "700001", "voucher=Z1", "allotment=" + works, "wan=1100", "contract=HT-1", "payee=云溪建设", "day=2026-07-02");
        Ok("吴填", "pay", "700001", "voucher=Z2", "allotment=" + salary, "yuan=1200000", "day=2026-07-02");
        Ok("吴填", "pay", "700001", "voucher=Z3", "allotment=" + guests, "yuan=800", "day=2026-07-02");
        Ok("吴填", "pay", "700001", "voucher=Z4", "allotment=" + guests, "yuan=300", "day=2026-07-09", "reverses=Z3");
        Assert.Contains("超出指标", Refused("吴填", "pay", "700001", "voucher=Z5", "allotment=" + office, "yuan=250000.01", "day=2026-07-02"), StringComparison.Ordinal);
        var rows = Path.Combine(_folder, "国库.csv");
        File.WriteAllText(rows, "支付日期,支付凭证号,功能科目,经济科目,支付金额(元)\n2026-08-01,Z6,2012601,30201,240000\n");
        Assert.Contains("已导入 1 笔", Ok("吴填", "pay", "700001", "--import", rows, "--save-map", "国库"), StringComparison.Ordinal);
        var again = JsonDocument.Parse(Run("吴填", "pay", "700001", "--import", rows, "--map", "国库", "--format", "json").Output).RootElement.GetProperty("problems")[0];
        Assert.Equal(("B", 2), (again.GetProperty("at").GetProperty("column").GetString(), again.GetProperty("at").GetProperty("row").GetInt32()));
        Assert.Equal(5, JsonDocument.Parse(Ok("吴填", "pay", "700001", "--list", "--format", "json")).RootElement.GetArrayLength());
        Ok("吴填", "receive", "700001", "voucher=S1", "fund=一般公共预算", "function=2012601", "yuan=1440500", "day=2026-02-01");
        Ok("吴填", "receive", "700001", "voucher=S2", "fund=general", "function=2012602", "yuan=26500000", "day=2026-02-01");
        Ok("吴填", "event", "700001", "reception", "count=3", "people=24", "day=2026-07-02");
        Ok("吴填", "event", "700001", "equipment-bought", "count=2", "day=2026-07-02");
        Ok("吴填", "perform", "set", "700001", "P1", "1", "moment=07-31", "actual=1");
        Assert.Contains("预算执行", Ok("吴填", "perform", "monitor", "700001"), StringComparison.Ordinal);
        Ok("吴填", "perform", "set", "700001", "P1", "1", "actual=1", "reason=雨季停工");
        Ok("吴填", "close", "month", "700001", "12");
        var form = Path.Combine(_folder, "自评.docx");
        Assert.Contains("49.15 分，差", Ok("吴填", "perform", "evaluate", "700001", "P1", "outcome=改造一间", "-o", form), StringComparison.Ordinal);
        Assert.True(new FileInfo(form).Length > 0);
        var single = Path.Combine(_folder, "自评.md");
        Ok("吴填", "perform", "evaluate", "700001", "P1", "--one-level", "-o", single);
        Assert.Contains("度量单位", File.ReadAllText(single), StringComparison.Ordinal);
        Ok("吴填", "close", "year", "700001");
        Ok("郑审", "close", "reply", "700001", "--date", "2027-08-01");
        var draft = Path.Combine(_folder, "决算.txt");
        Ok("吴填", "close", "compose", "700001", "-o", draft);
        Assert.Contains("国内公务接待3批次、24人次", File.ReadAllText(draft), StringComparison.Ordinal);
        Assert.Contains("2026年新增单位价值100万元（含）以上设备2台（套），处置0台（套）。", File.ReadAllText(draft), StringComparison.Ordinal);
        Assert.Contains("一般公共预算财政拨款支出全年预算为", File.ReadAllText(draft), StringComparison.Ordinal);
        var words = Sampler.Draft(Documents.Library, Documents.Library.Book("final-accounts")!, 1).Words;
        var published = Path.Combine(_folder, "公开.docx");
        var gaps = JsonDocument.Parse(Run("吴填", "close", "publish", "700001", "-o", published, "--date", "2027-08-15", "--format", "json").Output).RootElement.GetProperty("problems");
        foreach (var key in gaps.EnumerateArray().Select(p => p.GetProperty("english").GetString()!.Split('\'')[1]))
        {
            Ok("吴填", "close", "words", "700001", key, key == "duties" ? "云溪市档案局本级负责全市档案工作。" : key == "units" ? "云溪市档案局本级内设办公室。" : words.GetValueOrDefault(key, "完成年度专项任务"));
        }

        var (certificate, signing) = (Path.Combine(_folder, "决算证书.zip"), Path.Combine(_folder, "钥匙.pem"));
        Assert.Equal(0, Command.Run("keys", "new", "-o", signing).Code);
        Assert.Contains("要一起用", Run("吴填", "close", "publish", "700001", "-o", published, "--date", "2027-08-15", "--certificate", certificate).Error, StringComparison.Ordinal);
        Ok("吴填", "close", "publish", "700001", "-o", published, "--date", "2027-08-15", "--certificate", certificate, "--key", signing);
        Assert.Equal(0, Command.Run("verify", certificate).Code);
        Assert.Equal("published", JsonDocument.Parse(Ok("吴填", "status", "700001", "--format", "json")).RootElement[0].GetProperty("account").GetString());
        Assert.Contains("云财预〔2026〕31号", Ok("吴填", "rollup", "990100", "--chain", "700001"), StringComparison.Ordinal);
        Assert.Contains("500.00", Ok("吴填", "rollup", "990100", "--three-public"), StringComparison.Ordinal);
        Assert.Contains("账本完好", Ok("周汇", "ledger", "verify"), StringComparison.Ordinal);
    }

    private string Ok(string who, params string[] arguments)
    {
        var (code, output, error) = Run(who, arguments);
        Assert.True(code == 0, string.Join(' ', arguments) + ": " + error);
        return output;
    }

    private string Refused(string who, params string[] arguments)
    {
        var (code, _, error) = Run(who, arguments);
        Assert.Equal(1, code);
        return error;
    }

    private (int Code, string Output, string Error) Run(string who, params string[] arguments) => Command.Run([.. arguments, "--who", who, "--year", "2026", "--database", Database]);
}
