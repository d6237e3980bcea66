using System.Text.RegularExpressions;
using Mingzhang.Forms.Words;

namespace Mingzhang.Documents.Reading.Sheets;

/// <summary>指标值的文字：forms without columns for nature and unit print all three in one cell: ≥13.50(平方米), =100%, 50个.</summary>
internal static partial class IndicatorValue
{
    /// <summary>拆开性质、数值和单位; no number where the words say the value.</summary>
    public static (string Nature, decimal? Number, string Unit) Read(string text)
    {
        var match = Parts().Match(Fold.Label(text));
        if (!match.Success || NumberText.Parse(match.Groups["n"].Value) is not { } number)
        {
            return ("", null, "");
        }

        var nature = match.Groups["nature"].Value switch
        {
            "≥" or ">=" or "≧" or "大于等于" or "不少于" or "不低于" => "≥",
            "≤" or "<=" or "≦" or "小于等于" or "不超过" or "不高于" => "≤",
            ">" or "大于" => ">",
            "<" or "小于" => "<",
            "=" or "等于" => "=",
            _ => "",
        };
        return (nature, number.Value, match.Groups["unit"].Value.Trim('(', ')'));
    }

    [GeneratedRegex(@"^(?<nature>>=|<=|[≥≤≧≦=<>]|大于等于|小于等于|不少于|不低于|不超过|不高于|大于|小于|等于)?(?<n>\d[\d,]*(?:\.\d+)?)(?<unit>\(?[^\d()]{0,8}\)?)$")]
    private static partial Regex Parts();
}
