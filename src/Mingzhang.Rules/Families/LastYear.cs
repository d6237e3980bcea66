using System.Globalization;
using System.Text.RegularExpressions;
using Mingzhang.Budget;
using Mingzhang.Rules.Laws;

namespace Mingzhang.Rules.Families;

/// <summary>沿用上年的文字：2023年…支出0万元 in what is otherwise told of 2024, and holdings as of the end of another year.</summary>
internal static partial class LastYear
{
    public static IEnumerable<Verdict> Find(LawContext c, int year) => Paragraphs(c, year).Concat(Holdings(c, year));

    private static IEnumerable<Verdict> Paragraphs(LawContext c, int year)
    {
        var (last, own) = (Text(year - 1) + "年", Text(year) + "年");
        var told = c.Disclosure.Statements.Where(s => s is AmountStatement or NilStatement && s.Place.Table is null).ToLookup(s => s.Place.Order);
        foreach (var passage in c.Paragraphs)
        {
            var text = c.Folded(passage);
            if (!text.Contains(last, StringComparison.Ordinal) || text.Contains(own, StringComparison.Ordinal) || passage.Place.Section?.Contains(Text(year - 1), StringComparison.Ordinal) == true
                || Elsewhen().IsMatch(text) || told[passage.Place.Order].FirstOrDefault() is not { } first
                || (first is AmountStatement && first.Point.Key("year") != Text(year - 1) && !text.StartsWith(last, StringComparison.Ordinal)))
            {
                continue;
            }

            yield return Verdict.Broken("paragraph", passage.Place, "printed", Text(year - 1), "year", Text(year)).As(Severity.Warning);
        }
    }

    // Final accounts tell what is held at the end of their year, a budget at the end of a year before it.
    private static IEnumerable<Verdict> Holdings(LawContext c, int year)
    {
        var earliest = c.Disclosure.Facts.Kind == DocumentKind.Final ? year : year - 2;
        foreach (var passage in c.Paragraphs)
        {
            var text = c.Folded(passage);
            if (!Held().IsMatch(text))
            {
                continue;
            }

            foreach (Match date in AsOf().Matches(text))
            {
                var printed = int.Parse(date.Groups["year"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);
                yield return printed >= earliest && printed <= year ? Verdict.Held
                    : Verdict.Broken("holdings", passage.Place with { Text = date.Value }, "date", date.Value, "year", Text(year)).As(Severity.Warning);
            }
        }
    }

    private static string Text(int year) => year.ToString(CultureInfo.InvariantCulture);

    // Words with which a year gone by is rightly named.
    [GeneratedRegex(@"[比较](?![上去]年|年初)|与|(?<![比较])[上去]年|结转|结余|年末|年底|截至|截止|执行|完成|决算.*预算|预算.*决算")]
    private static partial Regex Elsewhen();

    [GeneratedRegex(@"车辆|公务用车|国有资产|固定资产|设备")]
    private static partial Regex Held();

    [GeneratedRegex(@"截[至止](?:到)?\s?(?<year>20\d{2})\s?年\s?(?:12\s?月(?:\s?31\s?日|底)?|底|末)")]
    private static partial Regex AsOf();
}
