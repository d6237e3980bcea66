using Mingzhang.Forms.Words;

namespace Mingzhang.Ledger.Imports;

/// <summary>可导入的栏：a field of a line with the headers under which it is usually found.</summary>
internal sealed record ImportColumn(string Field, string Chinese, IReadOnlyList<string> Headers)
{
    public static readonly IReadOnlyList<ImportColumn> All =
    [
        new("unit", "预算单位", ["预算单位", "单位编码", "预算单位编码", "单位代码", "单位"]),
        new("measure", "口径", ["口径", "收支类型", "收支"]),
        new("fund", "资金性质", ["资金性质", "资金来源", "资金"]),
        new("nature", "支出性质", ["支出性质", "支出类型", "支出类别", "项目类别", "支出项目类别"]),
        new("function", "支出功能分类", ["支出功能分类", "功能分类", "功能科目", "功能分类科目", "支出功能科目", "功能科目编码", "功能分类科目编码", "支出功能分类编码"]),
        new("economic", "部门预算经济分类", ["部门预算经济分类", "部门经济分类", "经济分类", "经济科目", "部门经济科目", "经济分类科目", "部门预算支出经济分类", "部门预算经济分类编码", "经济分类科目编码", "经济科目编码"]),
        new("government", "政府预算经济分类", ["政府预算经济分类", "政府经济分类", "政府经济科目", "政府预算支出经济分类"]),
        new("project", "项目编码", ["项目编码", "项目代码"]),
        new("amount", "预算金额", ["预算金额", "金额", "预算数", "合计", "本年预算数", "预算金额(元)", "金额(元)", "预算数(元)", "预算金额(万元)", "金额(万元)", "预算数(万元)"]),
        new("procurement", "政府采购", ["是否政府采购", "政府采购", "采购品类", "采购类型"]),
        new("sme", "面向中小企业预留", ["面向中小企业预留", "是否面向中小企业", "中小企业"]),
        new("bought", "政府购买服务", ["是否有政府购买服务", "是否政府购买服务", "政府购买服务"]),
        new("secret", "涉密", ["涉密", "是否涉密"]),
        new("transfer", "对方单位", ["对方单位"]),
        new("details", "说明", ["说明", "备注", "摘要", "测算说明"]),
    ];
}

/// <summary>一种表的各栏：those that may stand in it, and those without which nothing can be imported.</summary>
internal sealed record ImportColumns(IReadOnlyList<ImportColumn> All, IReadOnlyList<string> Needed)
{
    /// <summary>预算行。</summary>
    public static readonly ImportColumns Lines = new(ImportColumn.All, ["amount", "fund"]);

    /// <summary>按表头查找; null where the header is none of them.</summary>
    public ImportColumn? Of(string header)
    {
        var folded = Fold.Label(header);
        return All.FirstOrDefault(c => c.Field == header || c.Headers.Any(h => Fold.Label(h) == folded));
    }
}
