using System.Globalization;
using Mingzhang.Budget;

namespace Mingzhang.Documents.Reports;

/// <summary>文字报告：the report as a reviewer reads it: summary, findings by severity with place and remedy, coverage. Lines carry a
/// tone, which a terminal may colour and a pipe leaves out.</summary>
public static class TextReport
{
    /// <summary>报告的各行。</summary>
    public static IEnumerable<ToneLine> Lines(Report report, bool english)
    {
        ArgumentNullException.ThrowIfNull(report);
        var facts = report.Disclosure.Facts;
        yield return new ToneLine(Tone.Heading, facts.Name);
        yield return new ToneLine(Tone.Plain, english ? English(facts) : Chinese(facts));
        yield return new ToneLine(Tone.Plain, Read(report, english));
        foreach (var line in SettingsLines.InEffect(report.Settings, english))
        {
            yield return line;
        }

        foreach (var line in PairWords.Lines(report.Pairs, english))
        {
            yield return line;
        }

        foreach (var severity in new[] { Severity.Error, Severity.Warning, Severity.Note })
        {
            var findings = report.Findings.Where(f => f.Severity == severity).ToList();
            if (findings.Count == 0)
            {
                continue;
            }

            yield return new ToneLine(Tone.Plain, "");
            yield return new ToneLine(Of(severity), $"{Name(severity, english)} ({findings.Count.ToString(CultureInfo.InvariantCulture)})");
            foreach (var finding in findings)
            {
                foreach (var line in Finding(finding, english))
                {
                    yield return line;
                }
            }
        }

        if (report.Findings.Count == 0)
        {
            yield return new ToneLine(Tone.Good, report.Waived.Count == 0 ? english ? "Nothing found." : "没有发现问题。" : english ? "Nothing found beyond what is waived." : "除已说明的外，没有发现问题。");
        }

        if (report.Waived.Count > 0)
        {
            yield return new ToneLine(Tone.Plain, "");
            yield return new ToneLine(Tone.Note, $"{(english ? "Waived" : "已说明")} ({report.Waived.Count.ToString(CultureInfo.InvariantCulture)})");
            foreach (var line in report.Waived.SelectMany(w => Finding(w.Finding, english, w.Waiver)))
            {
                yield return line;
            }
        }

        foreach (var line in SettingsLines.Unused(report, english))
        {
            yield return line;
        }

        yield return new ToneLine(Tone.Plain, "");
        yield return new ToneLine(Tone.Plain, (english ? "Checks: " : "核对：") + string.Join(english ? ", " : "，", report.Coverage.Select(c => $"{Name(c.Outcome, english)} {c.Count.ToString(CultureInfo.InvariantCulture)}")));
        foreach (var reason in report.Checks.Where(c => c is { Outcome: Outcome.NotChecked, Why: not null }).GroupBy(c => english ? c.Why!.English : c.Why!.Chinese).OrderByDescending(g => g.Count()).Take(8))
        {
            yield return new ToneLine(Tone.Dim, $"  {(english ? "not checked" : "未核对")} {reason.Count().ToString(CultureInfo.InvariantCulture)}: {reason.Key}");
        }
    }

    /// <summary>概况：what was read, as what, and the settings and other documents it was checked with.</summary>
    internal static IEnumerable<string> Summary(Report report, bool english)
    {
        yield return english ? English(report.Disclosure.Facts) : Chinese(report.Disclosure.Facts);
        yield return Read(report, english);
        foreach (var line in SettingsLines.InEffect(report.Settings, english).Concat(PairWords.Lines(report.Pairs, english)).Where(l => l.Text.Length > 0))
        {
            yield return line.Text + line.Rest;
        }
    }

    private static IEnumerable<ToneLine> Finding(Finding finding, bool english, Waiver? waiver = null)
    {
        // What is waived is no longer by its severity where it stands, so it says it.
        var title = $"  {finding.Rule} {finding.Title.In(english)}";
        yield return waiver is null ? new ToneLine(Of(finding.Severity), title, finding.Message.In(english))
            : new ToneLine(Tone.Dim, $"{title} ({SeverityWords.Of(finding.Severity, english)})", finding.Message.In(english));
        var place = finding.Places.Count > 0 ? english ? finding.Places[0].English : finding.Places[0].Chinese : "";
        if (place.Length > 0)
        {
            yield return new ToneLine(Tone.Dim, $"      {(english ? "at" : "位置")}: {place}");
        }

        if (waiver is not null)
        {
            yield return SettingsLines.Why(waiver, english);
        }
        else if (finding.Suggestion is { } suggestion)
        {
            yield return new ToneLine(Tone.Dim, $"      {(english ? "remedy" : "建议")}: {suggestion.In(english)}");
        }
    }

    private static string Chinese(DocumentFacts f) => string.Join("　", new[]
    {
        f.Entity ?? "主体未明", f.Year is { } y ? y.ToString(CultureInfo.InvariantCulture) + " 年" : "年度未明",
        f.Kind == DocumentKind.Unknown ? "未认出是预算还是决算" : (f.Scope switch { DocumentScope.Unit => "单位", DocumentScope.Department => "部门", _ => "" }) + (f.Kind == DocumentKind.Final ? "决算" : "预算"),
        f.Book is null ? "未认出表册" : $"表册 {f.Book}（把握 {f.BookConfidence.ToString("P0", CultureInfo.InvariantCulture)}）", FormatWords.Chinese(f),
    });

    private static string English(DocumentFacts f) => string.Join(", ", new[]
    {
        f.Entity ?? "entity not stated", f.Year?.ToString(CultureInfo.InvariantCulture) ?? "year not stated",
        f.Kind == DocumentKind.Unknown ? "neither budget nor final account recognised" : (f.Scope switch { DocumentScope.Unit => "unit's ", DocumentScope.Department => "department's ", _ => "" }) + (f.Kind == DocumentKind.Final ? "final account" : "budget"),
        f.Book is null ? "no form book recognised" : $"book {f.Book} (confidence {f.BookConfidence.ToString("P0", CultureInfo.InvariantCulture)})", FormatWords.English(f),
    });

    private static string Read(Report report, bool english)
    {
        var d = report.Disclosure;
        var amounts = d.Statements.Count(s => s is AmountStatement { Blank: false } or ChangeStatement { Direction: not Direction.Flat });
        return english
            ? string.Create(CultureInfo.InvariantCulture, $"{d.Tables.Count} tables, {d.Sections.Sum(s => s.SelfAndBelow().Count())} sections; {amounts} amounts bound, {d.Unbound.Count} not understood")
            : string.Create(CultureInfo.InvariantCulture, $"{d.Tables.Count} 张表，{d.Sections.Sum(s => s.SelfAndBelow().Count())} 节说明；{amounts} 个金额已落点，{d.Unbound.Count} 个未读懂");
    }

    private static string Name(Severity severity, bool english) => (severity, english) switch
    {
        (Severity.Error, false) => "错误",
        (Severity.Warning, false) => "疑点",
        (Severity.Note, false) => "提示",
        (Severity.Error, true) => "Errors",
        (Severity.Warning, true) => "Warnings",
        _ => "Notes",
    };

    internal static string Name(Outcome outcome, bool english) => (outcome, english) switch
    {
        (Outcome.Held, false) => "相符",
        (Outcome.HeldWithinRounding, false) => "四舍五入范围内相符",
        (Outcome.HeldByTruncation, false) => "截断所致",
        (Outcome.Broken, false) => "不符",
        (Outcome.NotApplicable, false) => "不适用",
        (Outcome.NotChecked, false) => "未能核对",
        _ => JsonReport.OutcomeKey(outcome).Replace('-', ' '),
    };

    private static Tone Of(Severity severity) => severity switch
    {
        Severity.Error => Tone.Bad,
        Severity.Warning => Tone.Doubt,
        _ => Tone.Note,
    };
}

/// <summary>一行，分为着色的开头和正文。</summary>
public readonly record struct ToneLine(Tone Tone, string Text, string? Rest = null);

/// <summary>语气。</summary>
public enum Tone
{
    /// <summary>正文。</summary>
    Plain,

    /// <summary>标题。</summary>
    Heading,

    /// <summary>错误。</summary>
    Bad,

    /// <summary>疑点。</summary>
    Doubt,

    /// <summary>提示。</summary>
    Note,

    /// <summary>没有问题。</summary>
    Good,

    /// <summary>次要。</summary>
    Dim,
}
