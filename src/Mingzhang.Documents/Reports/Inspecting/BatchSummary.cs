using System.Globalization;
using Mingzhang.Budget;
using Mingzhang.Documents.Writing.Composition;
using Mingzhang.Rules;

namespace Mingzhang.Documents.Reports.Inspecting;

/// <summary>批量汇总：documents × rules, the worst document first, so that a reviewer of hundreds sees where to begin.</summary>
public static class BatchSummary
{
    private const int MostRules = 40;

    /// <summary>成稿：one table of documents with their counts, one of rules.</summary>
    public static Composed Of(IReadOnlyList<SummarisedDocument> documents, bool english)
    {
        ArgumentNullException.ThrowIfNull(documents);
        var title = english ? "Summary of the checks" : "公开文本检查汇总";
        return new Composed { Title = title, Entity = "", Year = null, Blocks = [Documents(title, documents, english), Rules(documents, english)] };
    }

    /// <summary>汇总（CSV）：one line a document, a column for every rule that found anything.</summary>
    public static string Csv(IReadOnlyList<SummarisedDocument> documents, bool english) => "\ufeff" + string.Concat(Rows(documents, english, int.MaxValue).Select(r => string.Join(',', r.Select(CsvCell.Quote)) + "\r\n"));

    private static ComposedTable Documents(string title, IReadOnlyList<SummarisedDocument> documents, bool english)
    {
        var rows = Rows(documents, english, MostRules).ToList();
        return InspectionSheet.Table(title, "", rows[0], rows.Skip(1), [.. Enumerable.Range(3, rows[0].Length - 3)]);
    }

    private static IEnumerable<string[]> Rows(IReadOnlyList<SummarisedDocument> documents, bool english, int mostRules)
    {
        var rules = documents.SelectMany(d => d.Counts).GroupBy(c => c.Rule).OrderByDescending(g => g.Max(c => c.Severity)).ThenByDescending(g => g.Sum(c => c.Count)).Select(g => g.Key).Take(mostRules).ToList();
        yield return [.. english ? ["document", "entity", "year", "errors", "warnings", "notes"] : (string[])["文件", "主体", "年度", "错误", "疑点", "提示"], .. rules];
        foreach (var document in documents.OrderByDescending(d => d.Of(Severity.Error)).ThenByDescending(d => d.Of(Severity.Warning)).ThenByDescending(d => d.Of(Severity.Note)).ThenBy(d => d.File, StringComparer.Ordinal))
        {
            yield return
            [
                document.File, document.Entity ?? "", document.Year?.ToString(CultureInfo.InvariantCulture) ?? "", Text(document.Of(Severity.Error)), Text(document.Of(Severity.Warning)), Text(document.Of(Severity.Note)),
                .. rules.Select(r => document.Counts.Where(c => c.Rule == r).Sum(c => c.Count) is > 0 and var count ? Text(count) : ""),
            ];
        }
    }

    private static ComposedTable Rules(IReadOnlyList<SummarisedDocument> documents, bool english) => InspectionSheet.Table(english ? "Rules" : "各规则", "",
        english ? ["rule", "title", "documents", "findings"] : ["规则", "名称", "涉及文件", "问题数"],
        documents.SelectMany(d => d.Counts).GroupBy(c => c.Rule).OrderByDescending(g => g.Sum(c => c.Count)).ThenBy(g => g.Key, StringComparer.Ordinal).Select(g => new[]
        {
            g.Key, RuleTexts.Standard.Rules.TryGetValue(g.Key, out var rule) ? english ? rule.Title.English : rule.Title.Chinese : "",
            Text(documents.Count(d => d.Counts.Any(c => c.Rule == g.Key))), Text(g.Sum(c => c.Count)),
        }), 2, 3);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}

/// <summary>汇总的一份文件。</summary>
/// <param name="File">As the user named it.</param>
/// <param name="Entity">Whose it is; null where the document does not say.</param>
/// <param name="Year">Year; null where it does not say.</param>
/// <param name="Counts">Findings by rule and severity.</param>
public sealed record SummarisedDocument(string File, string? Entity, int? Year, IReadOnlyList<RuleCount> Counts)
{
    /// <summary>由一份报告。</summary>
    public static SummarisedDocument From(string file, Report report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return new SummarisedDocument(file, report.Disclosure.Facts.Entity, report.Disclosure.Facts.Year,
            [.. report.Findings.GroupBy(f => new { f.Rule, f.Severity }).Select(g => new RuleCount(g.Key.Rule, g.Key.Severity, g.Count()))]);
    }

    /// <summary>某一程度的问题数。</summary>
    public int Of(Severity severity) => Counts.Where(c => c.Severity == severity).Sum(c => c.Count);
}

/// <summary>某规则某程度的问题数。</summary>
public sealed record RuleCount(string Rule, Severity Severity, int Count);
