namespace Mingzhang.Forms.Words;

/// <summary>绩效表的行名：what a label of a performance sheet, a form of labels beside values, announces.</summary>
public enum SheetLabel
{
    /// <summary>项目名称。</summary>
    Project,

    /// <summary>部门名称: the sheet is of a whole department.</summary>
    Department,

    /// <summary>实施单位。</summary>
    Unit,

    /// <summary>其他情况（主管部门、负责人、起止时间）: words or numbers that are no money.</summary>
    About,

    /// <summary>项目资金: the lines beside it are money.</summary>
    Funds,

    /// <summary>年度资金总额: all money of the year.</summary>
    Annual,

    /// <summary>项目资金总额、中期资金总额: money of the project's whole life, not of the year.</summary>
    Lifetime,

    /// <summary>执行率。</summary>
    Rate,

    /// <summary>年度目标。</summary>
    Goal,

    /// <summary>中期目标、总目标: beyond the year.</summary>
    Midterm,

    /// <summary>实际完成情况。</summary>
    Outcome,

    /// <summary>总分。</summary>
    Total,

    /// <summary>小计: of a group of indicators; it counts them once more.</summary>
    Subtotal,

    /// <summary>评价等级。</summary>
    Grade,
}
