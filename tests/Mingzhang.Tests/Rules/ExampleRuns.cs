using Mingzhang.Budget;
using Mingzhang.Paper;
using Mingzhang.Rules;
using Mingzhang.Tests.Reading;
using Mingzhang.Tests.Rules.Pairs;

namespace Mingzhang.Tests.Rules;

/// <summary>例子的运行：each rule on its own broken document; what it says is the example of the documentation and of `mingzhang rules`.</summary>
internal static class ExampleRuns
{
    /// <summary>Rules whose broken document is no edit of the sample.</summary>
    public static IReadOnlyDictionary<string, Func<Report>> Others { get; } = new Dictionary<string, Func<Report>>(StringComparer.Ordinal)
    {
        ["MZ009"] = () => Documents.Check("云溪市档案局2026年部门预算情况说明\n\n二、部门收支总体情况\n\n（二）支出预算：2026年年初预算数1283.20万元。\n"),
        ["MZ523"] = () => Documents.Check("云溪市档案局2025年度部门决算情况说明\n\n七、财政拨款“三公”经费支出决算情况说明\n\n公务接待费支出决算为0.00万元。国内公务接待12批次，接待86人次。\n"),
        ["MZ701"] = () => ReadingFaultTests.Check(ReadingFaultTests.Paper),
        ["MZ702"] = () => Faulty("repaired-xref"),
        ["MZ703"] = () => Faulty("truncated"),
        ["MZ706"] = () => Booked("hidden-rows", "收支总表\t2\t7–8"),
        ["MZ707"] = () => Booked("hidden-digits", "收支总表\t1\tC6\t1.01\t1.005"),
        ["MZ708"] = () => Booked("error-values", "收支总表\t1\tC6\t#REF!"),
        ["MZ705"] = () => ReadingFaultTests.Check(ReadingFaultTests.Paper with { Pages = [], Faults = [new PaperFault("unopened", null, "macros embedded")] }),
        ["MZ801"] = () => Several(PairRole.Previous, "2025年“三公”经费预算11.60", "2025年“三公”经费预算12.60", SeveralDocuments.Last),
        ["MZ802"] = () => Several(PairRole.Previous, "增加35.64", "增加36.64", SeveralDocuments.Last),
        ["MZ803"] = () => SeveralDocuments.Check(SeveralDocuments.With(SeveralDocuments.Final, "年初结转和结余12.00", "年初结转和结余13.00"), (PairRole.Previous, SeveralDocuments.LastFinal)),
        ["MZ804"] = () => SeveralDocuments.Check(SeveralDocuments.Now, (PairRole.Unit, SeveralDocuments.With(SeveralDocuments.Unit, "数400.00", "数390.00")), (PairRole.Unit, SeveralDocuments.Headquarters)),
        ["MZ805"] = () => SeveralDocuments.Check(SeveralDocuments.Now, (PairRole.Unit, SeveralDocuments.With(SeveralDocuments.With(SeveralDocuments.Unit, "经费预算4.20", "经费预算14.20"), "公务接待费1.20", "公务接待费11.20"))),
        ["MZ806"] = () => Several(PairRole.Final, "预算数1,283.20", "预算数1,288.20", SeveralDocuments.Final),
        ["MZ807"] = () => SeveralDocuments.Check(SeveralDocuments.Now, (PairRole.Final, SeveralDocuments.With(SeveralDocuments.Final, "88.24%", "89.24%"))),
        ["MZ808"] = () => SeveralDocuments.Check(SeveralDocuments.Now + "\n五、其他\n\n所属各预算单位共有车辆4辆。\n", (PairRole.Previous, SeveralDocuments.Last + "\n五、其他\n\n所属各预算单位共有车辆2辆。2025年安排购置车辆1辆。\n")),
        ["MZ901"] = () => TimelinessTests.Check("2026-02-10", "2026-03-05"),
    };

    /// <summary>The example of a rule; null where its document does not bring it out.</summary>
    public static RuleSample? Of(string rule)
    {
        var report = Others.TryGetValue(rule, out var run) ? run()
            : RuleExamples.All.FirstOrDefault(e => e.Rule == rule) is { Rule: not null } edit ? Documents.Check(RuleExamples.Edit(edit.From, edit.To)) : null;
        return report?.Findings.FirstOrDefault(f => f.Rule == rule) is { } found ? new RuleSample(rule, found.Severity, found.Message, found.Suggestion)
            : report?.Checks.FirstOrDefault(c => c.Rule == rule && c is { Outcome: Outcome.NotChecked, Why: not null }) is { } check ? new RuleSample(rule, null, new Reason("未核对：" + check.Why!.Chinese, "Not checked: " + check.Why.English), null)
            : null;
    }

    private static Report Several(PairRole role, string from, string to, string beside) => SeveralDocuments.Check(SeveralDocuments.With(SeveralDocuments.Now, from, to), (role, beside));

    private static Report Booked(string kind, string detail) => ReadingFaultTests.Check(ReadingFaultTests.Paper with { Pages = [], Format = "xlsx", Faults = [new PaperFault(kind, null, detail)] });

    private static Report Faulty(string kind) => ReadingFaultTests.Check(ReadingFaultTests.Paper with { Pages = [], Faults = [new PaperFault(kind, 2, "7")] });
}
