using System.Text.RegularExpressions;
using Mingzhang.Budget;
using Mingzhang.Forms.Words;

namespace Mingzhang.Documents.Reading;

/// <summary>数量与其金额：what a sentence has counted (轿车0辆、外事接待0批次), and the money that follows without a name of its own.</summary>
internal static partial class Counted
{
    /// <summary>一个数量。</summary>
    public static CountStatement Statement(string id, string lead, NumberToken number, Place place, string raw, ReadingContext context) => new()
    {
        Id = id,
        Point = context.Start.With(context.Space.Member("measure", "count")!),
        Place = place,
        Raw = raw,
        What = lead.Trim(',', ':', ' '),
        Number = number.Value ?? 0,
        Unit = number.Unit,
    };

    /// <summary>所数事物的金额的点: among the three public expenses, 金额 and 支出 alone are of what was counted before them; null where nothing
    /// was, or where the words name something themselves.</summary>
    public static Point? Cost(string lead, Meaning meaning, SentenceState state, Subject subject, ReadingContext context)
    {
        if (state.Counting is not { } what || !Bare().IsMatch(lead) || state.Around.Key("purpose")?.StartsWith("三公", StringComparison.Ordinal) != true)
        {
            return null;
        }

        var words = Told().Replace(what, "");
        var named = subject.Read(words);
        return named is { Understood: true } && named.Point.Key("purpose") is not null
            ? subject.Place(state.ContextFor(named), named).Narrow(meaning.Point)
            : Causes.Item(words, state.Around, context);
    }

    [GeneratedRegex(@"^[,、:(\s]*(?:共计|合计|累计|共|总)?(?:支出|开支|金额|费用|经费)?(?:支出|金额|共计|合计)?(?:为|是)?\s*$")]
    private static partial Regex Bare();

    // 2018年公务接待24批次, 共有…: when and that there were any says nothing of what they are.
    [GeneratedRegex(@"^(?:20\d{2}年(?:度)?|全年|本年度?|共|累计|安排|发生|国内(?=公务接待))+|(?:团组|批次|共|共计|累计)$")]
    private static partial Regex Told();
}
