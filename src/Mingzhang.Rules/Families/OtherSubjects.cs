using System.Text.RegularExpressions;
using Mingzhang.Budget;
using Mingzhang.Forms.Words;
using Mingzhang.Rules.Laws;

namespace Mingzhang.Rules.Families;

/// <summary>他人的主语：a sentence on money whose subject is another body of the same place: words taken over from its disclosure. Units of the
/// department's own are named elsewhere too, and not only as subjects.</summary>
internal static partial class OtherSubjects
{
    private const int Tail = 3;
    private const int Place = 2;

    public static IEnumerable<Verdict> Find(LawContext c)
    {
        if (c.Disclosure.Facts.Entity is not { Length: > Tail } printed)
        {
            yield break;
        }

        var entity = Fold.Label(printed);
        var all = c.Disclosure.Passages.Select(p => new { Passage = p, Text = c.Folded(p).Replace(" ", "", StringComparison.Ordinal) }).ToList();
        var subjects = all.Where(p => p.Passage.Kind == PassageKind.Paragraph).SelectMany(p => Subject().Matches(p.Text).Select(m => new { p.Passage, Who = m.Groups["who"].Value })).ToList();
        foreach (var same in subjects.GroupBy(s => s.Who, StringComparer.Ordinal))
        {
            var own = entity.Contains(same.Key, StringComparison.Ordinal) || same.Key.Contains(entity, StringComparison.Ordinal) || same.Key[^Tail..] == entity[^Tail..]
                || !entity.Contains(same.Key[..Place], StringComparison.Ordinal);
            var named = all.Sum(p => Count(p.Text, same.Key)) > same.Count();
            yield return own || named ? Verdict.Held
                : Verdict.Broken("subject", [.. same.Select(s => s.Passage.Place with { Text = s.Who })], "printed", same.Key, "entity", printed).As(Severity.Warning);
        }
    }

    private static int Count(string text, string word)
    {
        var count = 0;
        for (var at = text.IndexOf(word, StringComparison.Ordinal); at >= 0; at = text.IndexOf(word, at + word.Length, StringComparison.Ordinal))
        {
            count++;
        }

        return count;
    }

    [GeneratedRegex(@"(?:^|[。;])(?:[(]?[一二三四五六七八九十\d]{1,3}[)、.])?(?:20\d{2}年(?:度)?,?)?(?<who>[\u4e00-\u9fff]{2,8}?(?:省|市|县|区|旗|州)[\u4e00-\u9fff]{1,14}?(?:局|委员会|办公室|厅|法院|检察院|中心|学校|小学|中学|幼儿园|办事处|人民政府|联合会))(?:机关|本级)?(?=20\d{2}年|政府采购|机关运行|""?三公|部门[预决]算|收入|支出|本年|共有车辆|财政拨款|一般公共|政府性基金|国有资本)")]
    private static partial Regex Subject();
}
