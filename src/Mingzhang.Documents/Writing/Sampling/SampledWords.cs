using Mingzhang.Budget;
using Mingzhang.Documents.Writing.Entry;
using Mingzhang.Forms;

namespace Mingzhang.Documents.Writing.Sampling;

/// <summary>抽样文字：neutral words for everything that an officer would write: duties, reasons, uses; the terms are those of words.txt.</summary>
internal static class SampledWords
{
    public static IReadOnlyDictionary<string, string> Of(Library library, string entity, DocumentScope scope, SampledBudget budget)
    {
        var unit = scope == DocumentScope.Unit;
        var words = new Dictionary<string, string>(StandardTerms.All, StringComparer.Ordinal)
        {
            ["duties"] = entity + (unit ? "是公益一类事业单位，面向社会提供本领域的公共服务。" : "是政府工作部门，负责本行业的规划、管理和服务。"),
            ["units"] = entity + (unit ? "内设综合部、业务部，无下属单位。" : "内设办公室、业务科，无下属单位。"),
            ["why-basic"] = "人员和定额有所调整",
            ["why-project"] = "年度任务安排有所调整",
            ["why-total"] = "年度任务安排有所调整",
            ["why-fiscal"] = "年度任务安排有所调整",
            ["why-general"] = "人员定额和年度任务安排有所调整",
            ["why-change"] = "人员定额和年度任务安排有所调整",
            ["why-operating"] = "日常办公需要有所调整",
            ["why-三公"] = "公务活动安排有所调整",
            ["why 三公/abroad"] = "出访计划有所调整",
            ["why 三公/reception"] = "来访安排有所调整",
            ["why 三公/vehicles"] = "车辆使用安排有所调整",
            ["why 三公/vehicles/running"] = "车辆使用安排有所调整",
            ["why 三公/vehicles/purchase"] = "车辆更新安排有所调整",
            ["use-basic"] = "保障在职人员工资福利、社会保险缴费和日常公用支出",
            ["use-project"] = string.Join('、', budget.Projects),
            ["use-operating"] = "办公费、水电费、差旅费及其他商品和服务支出等",
            ["contact"] = "林知远",
            ["phone"] = "0100-5550123",
        };
        foreach (var code in budget.Functions)
        {
            words["use-" + code] = Use(library.Catalogues["functions"].Find(code, budget.Year)?.Name ?? code);
        }

        foreach (var project in budget.Projects)
        {
            words["about-" + project] = "按年度计划组织实施" + project;
        }

        return words;
    }

    private static string Use(string name) => name switch
    {
        "行政运行" or "事业运行" => "保障机构日常运转",
        _ when name.Contains("养老", StringComparison.Ordinal) || name.Contains("年金", StringComparison.Ordinal) => "缴纳单位应承担的社会保险",
        _ when name.Contains("医疗", StringComparison.Ordinal) => "缴纳职工医疗保险",
        _ when name.Contains("公积金", StringComparison.Ordinal) => "缴存职工住房公积金",
        _ => "完成年度专项任务",
    };
}
