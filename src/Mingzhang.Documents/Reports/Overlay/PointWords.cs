using System.Globalization;
using Mingzhang.Budget;

namespace Mingzhang.Documents.Reports.Overlay;

/// <summary>点的写法：a statement in words, one coordinate a line.</summary>
internal static class PointWords
{
    /// <summary>一句陈述。</summary>
    public static string Statement(Statement statement, bool english)
    {
        var head = (english ? statement.Kind : Chinese(statement.Kind)) + (english ? ": " : "：") + statement.Raw;
        var detail = statement switch
        {
            ChangeStatement c => (english ? "against " : "比较基础：") + c.Base.Year.ToString(CultureInfo.InvariantCulture) + " " + (english ? c.Base.Phase.English : c.Base.Phase.Chinese),
            ShareStatement s => (english ? "of " : "整体：") + string.Join(' ', Members(s.Whole, english)),
            CompletionStatement c => (english ? "of " : "对照：") + string.Join(' ', Members(c.Budget, english)),
            CountStatement n => n.What,
            _ => "",
        };
        return string.Join('\n', new[] { head }.Concat(Members(statement.Point, english)).Append(detail).Append((english ? "id " : "编号 ") + statement.Id).Where(l => l.Length > 0));
    }

    /// <summary>种类的名称。</summary>
    public static string Chinese(string kind) => kind switch
    {
        "amount" => "金额",
        "change" => "增减",
        "share" => "占比",
        "completion" => "完成率",
        "count" => "数量",
        "nil" => "无数据",
        _ => "未读懂",
    };

    private static IEnumerable<string> Members(Point point, bool english) => point.Members.Select(m => english ? m.ToString()
        : m.Dimension.Chinese + "：" + (m.Chinese == m.Key || m.Dimension.Kind == DimensionKind.Coded ? m.Key : m.Chinese));
}
