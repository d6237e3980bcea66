namespace Mingzhang.Ledger.Storage;

/// <summary>全部记录种类：in the order in which they may be written, what is referred to first.</summary>
internal static class Kinds
{
    public static readonly RecordKind Region = new("region", "区划", "region", [new("code", "区划编码"), new("name", "区划名称")]);

    public static readonly RecordKind Department = new("department", "部门", "department",
        [new("year", "年度", true), new("code", "部门编码"), new("name", "部门名称"), new("region", "区划")]);

    public static readonly RecordKind Unit = new("unit", "单位", "unit",
    [
        new("year", "年度", true), new("code", "单位编码"), new("department", "部门"), new("name", "单位名称"), new("kind", "单位性质"), new("place", "本级或下属"),
        new("posts", "编制数", true), new("staff", "实有人数", true), new("vehicles", "车辆"), new("secret", "涉密", true),
    ]);

    public static readonly RecordKind Succession = new("succession", "单位撤并", "end of a unit",
        [new("year", "年度", true), new("unit", "单位"), new("department", "部门"), new("name", "单位名称"), new("successor", "并入单位")]);

    public static readonly RecordKind Person = new("person", "人员", "person", [new("name", "姓名"), new("scope", "范围"), new("role", "角色")]);

    public static readonly RecordKind Project = new("project", "项目", "project",
    [
        new("year", "年度", true), new("unit", "单位"), new("code", "项目编码"), new("name", "项目名称"), new("category", "项目类别"), new("basis", "立项依据"),
        new("starts", "起始年度", true), new("ends", "终止年度", true), new("state", "项目状态"), new("objective", "绩效目标"), new("secret", "涉密", true),
    ]);

    public static readonly RecordKind Indicator = new("indicator", "绩效指标", "indicator",
    [
        new("project", "项目"), new("number", "序号", true), new("name", "指标名称"), new("nature", "指标性质"), new("value", "指标值"), new("unit", "计量单位"),
        new("weight", "权重"), new("core", "是否核心"),
    ]);

    public static readonly RecordKind Line = new("line", "预算行", "line",
    [
        new("year", "年度", true), new("unit", "单位"), new("phase", "阶段"), new("measure", "口径"), new("fund", "资金性质"), new("nature", "支出性质"), new("function", "支出功能分类"),
        new("economic", "部门预算经济分类"), new("government", "政府预算经济分类"), new("project", "项目编码"), new("fen", "金额（分）", true), new("procurement", "政府采购"), new("sme", "面向中小企业预留"),
        new("bought", "政府购买服务", true), new("purpose", "用途"), new("secret", "涉密", true), new("transfer", "对方单位"), new("details", "说明"), new("source", "来源"),
    ]);

    public static readonly RecordKind Control = new("control", "控制数", "control figure",
        [new("year", "年度", true), new("unit", "单位"), new("fund", "资金性质"), new("nature", "支出性质"), new("fen", "金额（分）", true)]);

    public static readonly RecordKind Stage = new("stage", "进度", "stage",
        [new("year", "年度", true), new("unit", "单位"), new("state", "状态"), new("report", "公开文本"), new("replied", "批复日"), new("published", "公开日"), new("corrected", "更正日")]);

    public static readonly RecordKind Comment = new("comment", "审核意见", "comment",
        [new("year", "年度", true), new("unit", "单位"), new("number", "序号", true), new("about", "所指"), new("said", "意见"), new("state", "处理"), new("reason", "理由")]);

    public static readonly RecordKind Text = new("words", "文字", "words",
        [new("year", "年度", true), new("owner", "主体"), new("sort", "类别"), new("item", "键"), new("said", "文字"), new("reviewed", "已复核", true), new("figures", "所说的数")]);

    public static readonly RecordKind Mapping = new("mapping", "栏目对应", "column mapping", [new("name", "名称"), new("columns", "栏目")]);

    public static readonly RecordKind Staff = new("staff", "人员情况", "staff",
        [new("year", "年度", true), new("unit", "单位"), new("category", "人员类别"), new("posts", "编制数", true), new("actual", "实有人数", true), new("retired", "退休人数", true), new("function", "支出功能分类")]);

    public static readonly RecordKind Standard = new("standard", "支出标准", "spending standard",
    [
        new("year", "年度", true), new("code", "标准编码"), new("name", "标准名称"), new("per", "计算单位"), new("fen", "标准（分）", true), new("percent", "比例"), new("base", "计提基数"),
        new("categories", "适用类别"), new("nature", "支出性质"), new("fund", "资金性质"), new("function", "支出功能分类"), new("economic", "部门预算经济分类"),
    ]);

    public static readonly RecordKind Intake = new("intake", "导入", "import",
        [new("year", "年度", true), new("name", "名称"), new("digest", "内容的哈希"), new("lines", "行数", true), new("fen", "金额（分）", true)]);

    public static readonly RecordKind Allotment = new("allotment", "指标", "allotment",
    [
        new("year", "年度", true), new("unit", "单位"), new("source", "来源"), new("line", "预算行"), new("fund", "资金性质"), new("nature", "支出性质"), new("function", "支出功能分类"),
        new("economic", "部门预算经济分类"), new("government", "政府预算经济分类"), new("project", "项目编码"), new("fen", "年初数（分）", true), new("procurement", "政府采购"), new("sme", "面向中小企业预留"),
        new("bought", "政府购买服务", true), new("purpose", "用途"), new("secret", "涉密", true), new("transfer", "对方单位"), new("details", "说明"),
    ], Fixed: true);

    public static readonly RecordKind Adjustment = new("adjustment", "指标调整", "adjustment",
    [
        new("year", "年度", true), new("unit", "单位"), new("day", "日期"), new("sort", "类别"), new("document", "文号"), new("taken", "调出指标"), new("given", "调入指标"), new("fen", "金额（分）", true),
    ], Fixed: true);

    public static readonly RecordKind Payment = new("payment", "支付", "payment",
    [
        new("year", "年度", true), new("unit", "单位"), new("month", "月", true), new("day", "日期"), new("voucher", "凭证号"), new("allotment", "指标"), new("fen", "金额（分）", true),
        new("reverses", "冲回"), new("contract", "合同"), new("payee", "收款人"), new("details", "摘要"),
    ], Fixed: true);

    public static readonly RecordKind Receipt = new("receipt", "收款", "receipt",
    [
        new("year", "年度", true), new("unit", "单位"), new("month", "月", true), new("day", "日期"), new("voucher", "凭证号"), new("fund", "资金性质"), new("function", "支出功能分类"), new("fen", "金额（分）", true),
        new("reverses", "冲回"), new("transfer", "对方单位"), new("details", "摘要"),
    ], Fixed: true);

    public static readonly RecordKind Contract = new("contract", "合同", "contract",
    [
        new("year", "年度", true), new("unit", "单位"), new("day", "日期"), new("number", "合同编号"), new("allotment", "指标"), new("procurement", "政府采购"), new("size", "供应商规模"), new("reserved", "预留", true),
        new("fen", "金额（分）", true), new("supplier", "供应商"), new("details", "摘要"),
    ], Fixed: true);

    public static readonly RecordKind Event = new("event", "事项", "event",
    [
        new("year", "年度", true), new("unit", "单位"), new("day", "日期"), new("sort", "类别"), new("type", "型号或类型"), new("count", "数量", true), new("people", "人数", true), new("fen", "金额（分）", true), new("details", "说明"),
    ], Fixed: true);

    public static readonly RecordKind Closing = new("closing", "结账", "closing",
        [new("year", "年度", true), new("unit", "单位"), new("month", "已结月份", true), new("state", "决算状态"), new("replied", "决算批复日"), new("published", "决算公开日")]);

    public static readonly RecordKind Remainder = new("remainder", "年末余额", "remainder",
    [
        new("year", "年度", true), new("unit", "单位"), new("allotment", "指标"), new("fund", "资金性质"), new("function", "支出功能分类"), new("project", "项目编码"), new("sort", "处理"), new("fen", "金额（分）", true),
    ], Fixed: true);

    public static readonly RecordKind Achievement = new("achievement", "完成值", "achievement",
        [new("project", "项目"), new("number", "序号", true), new("moment", "时点"), new("actual", "实际完成值"), new("rating", "完成程度（%）"), new("low", "指标值偏低", true), new("reason", "偏差原因")]);

    public static readonly RecordKind Evaluation = new("evaluation", "绩效自评", "self-evaluation",
        [new("project", "项目"), new("outcome", "实际完成情况"), new("day", "日期"), new("total", "总分"), new("grade", "等级")]);

    public static readonly RecordKind Publication = new("publication", "公开的文件", "published file",
        [new("year", "年度", true), new("owner", "主体"), new("account", "预算或决算"), new("number", "版次", true), new("day", "公开日"), new("book", "表册"), new("file", "文件名"), new("hash", "内容的哈希")], Fixed: true);

    public static readonly RecordKind RuleSet = new("ruleset", "规则集", "set of rules", [new("number", "版次", true), new("state", "状态"), new("severities", "程度"), new("reason", "理由"), new("day", "日期")]);

    public static readonly RecordKind Verdict = new("verdict", "审核认定", "verdict on a finding",
        [new("upload", "上传编号"), new("scope", "所属部门"), new("file", "文件名"), new("hash", "内容的哈希"), new("finding", "问题"), new("rule", "规则"), new("said", "认定"), new("reason", "理由")], Fixed: true);

    public static readonly RecordKind Term = new("term", "公开期限", "time for publication", [new("year", "年度", true), new("days", "日数", true), new("counting", "算法")]);

    public static readonly RecordKind Holidays = new("holidays", "放假安排", "notice of holidays", [new("year", "年份", true), new("document", "文号"), new("free", "放假"), new("worked", "调休上班")]);

    public static readonly IReadOnlyList<RecordKind> All =
    [
        Region, Department, Unit, Succession, Person, Project, Indicator, Line, Control, Stage, Comment, Text, Mapping, Staff, Standard, Intake,
        Allotment, Adjustment, Contract, Payment, Receipt, Event, Closing, Remainder, Achievement, Evaluation, Publication, RuleSet, Verdict, Term, Holidays,
    ];

    public static RecordKind? Find(string key) => All.FirstOrDefault(k => k.Key == key);
}
