using System.Text.RegularExpressions;

namespace Mingzhang.Documents.Reading;

/// <summary>没有标题时的主体：whose document it is, from the lines that name it: a title without a year, the heading of its first part, the sentence
/// on its duties.</summary>
internal static partial class Named
{
    /// <summary>所称的主体; null where no line names one. The candidates still have to look like names.</summary>
    public static IEnumerable<string> Candidates(IReadOnlyList<string> lines, int cover)
    {
        Regex[] onCover = [Dateless(), ThreeExpenses()];
        Regex[] anywhere = [FirstPart(), Duties(), Made(), Court(), Covered(), Opening()];
        foreach (var pattern in onCover)
        {
            foreach (var line in lines.Take(cover))
            {
                if (pattern.Match(line) is { Success: true } match)
                {
                    yield return match.Groups["who"].Value;
                }
            }
        }

        foreach (var pattern in anywhere)
        {
            foreach (var line in lines)
            {
                if (pattern.Match(line) is { Success: true } match && !Own().IsMatch(match.Groups["who"].Value))
                {
                    yield return match.Groups["who"].Value;
                }
            }
        }
    }

    // …财政局本级部门决算公开说明: a title that leaves the year out.
    [GeneratedRegex(@"^(?<who>[^,。:;、/|\d]{4,36}?)(?:部门|单位)(?:收支|综合)?[预决]算(?:信息)?(?:公开)?(?:情况)?(?:的)?(?:说明|报告|表)?$")]
    private static partial Regex Dateless();

    // 2017年…宣传部“三公”经费增减情况说明.
    [GeneratedRegex(@"^(?:20\d{2}年(?:度)?(?<who>[^,。:;、/|\d]{4,30}?)|(?<who>[^,。:;、/|\d]{4,30}?)20\d{2}年(?:度)?)(?:一般公共预算)?(?:财政拨款)?三公经费[^,。]{0,16}$")]
    private static partial Regex ThreeExpenses();

    [GeneratedRegex(@"^第[一二]部分[::]?(?<who>[^,。:;、/|\d]{4,30}?)(?:部门|单位)*(?:基本)?(?:概况|情况)$")]
    private static partial Regex FirstPart();

    [GeneratedRegex(@"^(?:[(]?[一二三1][)、.])?(?<who>[^,。:;、/|\d]{4,30}?)(?:部门)?的?主要(?:职责|职能)(?:是|为|包括)?[::]?$")]
    private static partial Regex Duties();

    [GeneratedRegex(@"^(?<who>[\u4e00-\u9fff]{4,24}(?:法院|检察院))是国家的?(?:审判|法律监督)机关")]
    private static partial Regex Court();

    [GeneratedRegex(@"^(?<who>[\u4e00-\u9fff]{4,30}?)部门(?:决算|预算)?(?:仅)?(?:包括|包含|由)")]
    private static partial Regex Made();

    [GeneratedRegex(@"纳入(?<who>[\u4e00-\u9fff]{4,30}?)20\d{2}年(?:度)?(?:部门|单位)?[预决]算(?:编制|编报|汇总)")]
    private static partial Regex Covered();

    // …水务局2018年用一般公共预算财政拨款开支的…, …镇人民政府设6个内设机构.
    [GeneratedRegex(@"^(?<who>[\u4e00-\u9fff]{2,24}(?:局|委员会|委|办公室|厅|院|中心|学校|学院|小学|中学|幼儿园|政府|办事处|联合会|协会|部|所|站|馆|队))(?:20\d{2}年|(?:共|内)?设\d{1,2}个|下设\d{1,2}个)")]
    private static partial Regex Opening();

    [GeneratedRegex(@"^[本我该各全此]|^根据|^按照|^为|^经|^其|[预决]算|收入|支出")]
    private static partial Regex Own();
}
