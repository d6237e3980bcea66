using System.Text.RegularExpressions;
using Mingzhang.Budget;
using Mingzhang.Forms;
using Mingzhang.Forms.Words;

namespace Mingzhang.Documents.Reading;

/// <summary>小标题：its place in the text, its level, and the section of the book that it opens.</summary>
/// <param name="Start">Where the title begins, behind its number.</param>
/// <param name="Title">The title, folded.</param>
/// <param name="End">Behind the heading: the end of the text, or where the running text begins.</param>
/// <param name="Level">0 for parts and headings without a number, 1 for 一、, 2 for (一), 3 for 1., 4 for (1).</param>
/// <param name="Known">The section of the book; null where the book has none of this title.</param>
internal sealed record Heading(int Start, string Title, int End, int Level, SectionForm? Known);

/// <summary>辨认小标题。</summary>
internal sealed partial class Headings
{
    private const int LongestRunIn = 24;
    private const int LongestLine = 60;
    private readonly Identity _identity;
    private readonly List<SectionForm> _sections;

    private readonly Subject _subject;

    public Headings(ReadingContext reading)
    {
        var (library, identity) = (reading.Library, reading.Identity);
        _identity = identity;
        _subject = new Subject(reading);
        _sections = [.. (identity.Book is null ? library.Books.Where(b => identity.Kind == DocumentKind.Unknown || b.Kind == identity.Kind) : [identity.Book]).SelectMany(b => b.AllSections)];
    }

    /// <summary>一段文字开头的小标题; null where it is running text.</summary>
    public Heading? Find(string folded, bool prominent)
    {
        if (Part().Match(folded) is { Success: true } part && folded.Length <= LongestLine)
        {
            var title = folded[part.Length..];
            return title.Length == 0 || title.Contains('。', StringComparison.Ordinal) ? null : new Heading(part.Length, title, folded.Length, 0, Known(title, 0));
        }

        var prefix = Numbering.Prefix(folded);
        if (prefix.Length == 0)
        {
            return Unnumbered(folded, prominent);
        }

        return folded.Length == prefix.Length ? null : Numbered(folded, prefix);
    }

    /// <summary>标题用词所加的坐标; null where the words are not all understood.</summary>
    public Point? Meaning(string title) => _subject.Read(Told().Replace(Dated().Replace(title, ""), "")) is { Any: true, Understood: true } meaning ? meaning.Point : null;

    private Heading? Numbered(string folded, string prefix)
    {
        var rest = folded[prefix.Length..];
        var level = Numbering.Level(prefix);
        var stop = rest.AsSpan().IndexOfAny("。:");
        if (stop < 0 && rest.Length <= LongestLine && rest.AsSpan().IndexOfAny(",;") < 0 && !Dated().Replace(rest, "").Any(char.IsAsciiDigit))
        {
            return new Heading(prefix.Length, rest, folded.Length, level, Known(rest, level));
        }

        if (Glued(rest) is { } length)
        {
            return new Heading(prefix.Length, rest[..length], prefix.Length + length, level, Known(rest[..length], level));
        }

        if (stop <= 0)
        {
            return null;
        }

        var title = rest[..stop];
        var alone = stop == rest.Length - 1;
        if (title.Length > LongestRunIn || title.AsSpan().IndexOfAny(",;") >= 0 || title.Any(char.IsAsciiDigit) || title.Contains("(项)", StringComparison.Ordinal))
        {
            return null;
        }

        var known = Known(title, level);
        return !alone || known is not null || (level <= 2 && Stated().IsMatch(title)) ? new Heading(prefix.Length, title, alone ? folded.Length : prefix.Length + stop, level, known) : null;
    }

    // A line without a number is a heading where it is the title of a section that the book prints so.
    private Heading? Unnumbered(string folded, bool prominent)
    {
        var trimmed = folded.TrimEnd(' ', ':', '。');
        if (trimmed.Length is < 3 or > LongestLine || trimmed.AsSpan().IndexOfAny(",。;") >= 0)
        {
            return null;
        }

        var bare = Bare(trimmed);
        var known = _sections.Find(s => s.Folded.Contains(bare) && (s.Number.Length == 0 || prominent))
            ?? _sections.Find(s => s.Number.Length == 0 && s.Folded.Any(f => f.Length >= 4 && bare.EndsWith(f, StringComparison.Ordinal)));
        return known is null ? null : new Heading(folded.Length - folded.TrimStart().Length, trimmed.TrimStart(), folded.Length, known.At is null ? 0 : 1, known);
    }

    // 四、2016年决算收支总体情况2016年本部门…: the heading runs into the text with no more than a blank, or none, between.
    private int? Glued(string rest)
    {
        var dated = Dated().Match(rest) is { Success: true, Index: 0 } match ? match.Length : 0;
        var best = 0;
        foreach (var title in _sections.SelectMany(s => s.Folded))
        {
            if (title.Length > best && title.Length >= 6 && string.CompareOrdinal(rest, dated, title, 0, title.Length) == 0)
            {
                best = title.Length;
            }
        }

        var end = Math.Max(best > 0 ? dated + best : 0, Subject().Match(rest) is { Success: true } subject ? subject.Length : 0);
        return end > 0 && end < rest.Length && rest[end] is not ('为' or ',' or '的' or ';' or '、' or ':') ? end : null;
    }

    private SectionForm? Known(string title, int level)
    {
        var folded = Bare(title);
        var same = _sections.Where(s => s.Folded.Contains(folded)).ToList();
        if (same.Count == 0)
        {
            same = [.. _sections.SelectMany(s => s.Folded.Where(f => f.Length >= 5 && folded.EndsWith(f, StringComparison.Ordinal)).Select(f => new { Section = s, f.Length })).OrderByDescending(s => s.Length).Select(s => s.Section)];
        }

        return same.Find(s => (Numbering.Level(Fold.Label(s.Number)) == 1) == (level == 1)) ?? (same.Count > 0 ? same[0] : null);
    }

    // Without year, subject and (部门), so that 某局2024年部门决算情况说明 is 部门决算情况说明.
    private string Bare(string title) => Dated().Replace(_identity.WithoutEntity(Fold.Label(title)), "").Replace("(部门)", "", StringComparison.Ordinal);

    // (二)政府采购预算安排情况说明。: a full stop behind a heading is a habit of some places.
    [GeneratedRegex(@"(?:情况|说明|情况说明)$")]
    private static partial Regex Stated();

    [GeneratedRegex(@"^\s*第[一二三四五六七八九十]{1,2}部分[::、\s]*")]
    internal static partial Regex Part();

    [GeneratedRegex(@"^(?:20\d{2}\s*年度?)?[^,。;:\d]{2,28}?(?:情况说明|情况的说明|情况|说明)(?=[\s\d(]|按照|根据)")]
    private static partial Regex Subject();

    // 关于…表的说明: that something is told says nothing of what.
    [GeneratedRegex(@"^关于|(?:的(?:总体)?)?(?:情况)?(?:的)?(?:总体)?(?:情况)?说明$")]
    private static partial Regex Told();

    [GeneratedRegex(@"20\d{2}\s*年(?:度)?")]
    private static partial Regex Dated();
}
