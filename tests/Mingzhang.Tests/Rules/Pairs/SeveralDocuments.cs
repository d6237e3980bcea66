using Mingzhang.Budget;
using Mingzhang.Rules;
using Mingzhang.Rules.Pairs;

namespace Mingzhang.Tests.Rules.Pairs;

/// <summary>多份小文件：a fictional bureau's budget of 2026 with what belongs to it: last year's budget, its two units, the final accounts of both years.</summary>
internal static class SeveralDocuments
{
    public const string Now = "云溪市档案局2026年部门预算情况说明\n\n一、单位基本情况\n\n（二）单位构成\n\n云溪市档案局下属云溪市档案馆一家事业单位。\n\n二、部门收支总体情况\n\n"
        + "（二）支出预算：2026年年初预算数1,283.20万元，支出比2025年预算增加35.64万元。\n\n四、“三公”经费情况说明\n\n"
        + "2026年“三公”经费预算10.20万元。其中：因公出国（境）费用0.00万元；公务接待费3.20万元；公务用车运行维护费7.00万元；公务用车购置费0.00万元。\n\n"
        + "2025年“三公”经费预算11.60万元。公务接待费比2025年预算减少11.11%。\n";

    public const string Last = "云溪市档案局2025年部门预算情况说明\n\n二、部门收支总体情况\n\n（二）支出预算：2025年年初预算数1,247.56万元。\n\n四、“三公”经费情况说明\n\n"
        + "2025年“三公”经费预算11.60万元。其中：因公出国（境）费用0.00万元；公务接待费3.60万元；公务用车运行维护费8.00万元；公务用车购置费0.00万元。\n";

    public const string Unit = "云溪市档案馆2026年单位预算情况说明\n\n二、单位收支总体情况\n\n（二）支出预算：2026年年初预算数400.00万元。\n\n四、“三公”经费情况说明\n\n"
        + "2026年“三公”经费预算4.20万元。其中：因公出国（境）费用0.00万元；公务接待费1.20万元；公务用车运行维护费3.00万元；公务用车购置费0.00万元。\n";

    public const string Headquarters = "云溪市档案局（本级）2026年单位预算情况说明\n\n二、单位收支总体情况\n\n（二）支出预算：2026年年初预算数883.20万元。\n\n四、“三公”经费情况说明\n\n"
        + "2026年“三公”经费预算6.00万元。其中：因公出国（境）费用0.00万元；公务接待费2.00万元；公务用车运行维护费4.00万元；公务用车购置费0.00万元。\n";

    public const string Final = "云溪市档案局2026年度部门决算情况说明\n\n二、部门决算收支情况说明\n\n（一）收入支出决算总体情况说明\n\n"
        + "2026年度支出年初预算为1,283.20万元。年初结转和结余12.00万元。年末结转和结余9.00万元。\n\n三、“三公”经费情况说明\n\n2026年度“三公”经费支出决算为9.00万元，完成年初预算的88.24%。\n";

    public const string LastFinal = "云溪市档案局2025年度部门决算情况说明\n\n二、部门决算收支情况说明\n\n（一）收入支出决算总体情况说明\n\n年初结转和结余8.00万元。年末结转和结余12.00万元。\n";

    public static Report Check(string main, params (PairRole Role, string Text)[] beside) => Inspector.Check(Documents.Read(main, "main.txt"), Documents.Library, null,
        [.. beside.Select((b, i) => Documents.Read(b.Text, $"side{i + 1}.txt") is var read ? new Companion(new PairedFile(b.Role, read.Facts.Name, read.Facts, new Reason("所给", "given")), read) : null!)]);

    /// <summary>The findings and checks of these rules alone; what so small a document lacks besides is no matter here.</summary>
    public static IReadOnlyList<Finding> Findings(Report report) => [.. report.Findings.Where(f => f.Rule.StartsWith("MZ8", StringComparison.Ordinal) || f.Rule is "MZ007" or "MZ003")];

    public static IReadOnlyList<Check> Checks(Report report, string rule) => [.. report.Checks.Where(c => c.Rule == rule)];

    public static string With(string text, string from, string to)
    {
        Assert.Contains(from, text, StringComparison.Ordinal);
        return text.Replace(from, to, StringComparison.Ordinal);
    }
}
