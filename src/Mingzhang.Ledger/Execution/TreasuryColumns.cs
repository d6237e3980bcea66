using Mingzhang.Ledger.Imports;

namespace Mingzhang.Ledger.Execution;

/// <summary>国库导出表的栏：payments and receipts with the headers under which exports have them; others through a kept mapping.</summary>
internal static class TreasuryColumns
{
    private static readonly IReadOnlyList<ImportColumn> Common =
    [
        ImportColumn.All.First(c => c.Field == "unit"),
        new("day", "日期", ["日期", "支付日期", "清算日期", "入账日期", "记账日期", "收款日期", "交易日期", "到账日期"]),
        new("voucher", "凭证号", ["凭证号", "支付凭证号", "凭证编号", "支付申请编号", "支付编号", "收款凭证号", "流水号", "交易流水号"]),
        new("amount", "金额", ["金额", "支付金额", "收款金额", "实际支付金额", "到账金额", "金额(元)", "支付金额(元)", "收款金额(元)", "金额(万元)"]),
        new("fund", "资金性质", ["资金性质", "资金来源", "收入来源", "资金"]),
        new("function", "支出功能分类", ImportColumn.All.First(c => c.Field == "function").Headers),
        new("reverses", "冲回凭证号", ["冲回凭证号", "退款原凭证号", "原凭证号", "原支付凭证号", "退回原凭证号"]),
        new("details", "摘要", ["摘要", "用途", "备注", "说明", "支付用途"]),
    ];

    /// <summary>支付明细。</summary>
    public static readonly ImportColumns Payments = new(
    [
        .. Common,
        new("allotment", "指标", ["指标", "指标编号", "指标号", "指标编码"]),
        new("nature", "支出性质", ImportColumn.All.First(c => c.Field == "nature").Headers),
        new("economic", "部门预算经济分类", ImportColumn.All.First(c => c.Field == "economic").Headers),
        new("project", "项目编码", ["项目编码", "项目代码", "项目"]),
        new("contract", "合同编号", ["合同编号", "合同号"]),
        new("payee", "收款人", ["收款人", "收款人名称", "收款单位", "收款方"]),
    ], ["day", "voucher", "amount"]);

    /// <summary>收款明细。</summary>
    public static readonly ImportColumns Receipts = new([.. Common, new("transfer", "对方单位", ["对方单位", "付款单位编码"])], ["day", "voucher", "amount", "fund", "function"]);
}
