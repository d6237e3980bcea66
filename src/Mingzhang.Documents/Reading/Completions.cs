using System.Text.RegularExpressions;
using Mingzhang.Budget;

namespace Mingzhang.Documents.Reading;

/// <summary>完成预算若干的百分之几：the budget against which an amount is measured, printed behind the amount (支出决算为62.07万元，完成全年预算84.82万元的73.2%).</summary>
internal static partial class Completions
{
    /// <summary>该数所属的阶段; null where the words before it name no budget that is completed.</summary>
    public static Member? Phase(string lead, ReadingContext context) =>
        Budget().Match(lead) is { Success: true } match ? context.Space.Member("phase", match.Groups["revised"].Success ? "revised" : "budget") : null;

    [GeneratedRegex(@"完成(?:了)?(?:(?<revised>全年|调整后?)|年初|当年|本年)?(?:的)?预算(?:数|安排)?(?:的|为)?\s*$")]
    private static partial Regex Budget();
}

/// <summary>完成的对象：the point done and the budget that it is measured against, until the percentage that follows.</summary>
internal sealed record Against(Point Done, Point Budget);
