using System.Globalization;
using Mingzhang.Budget;
using Mingzhang.Rules;

namespace Mingzhang.Tests.Rules;

/// <summary>时限试验：twenty calendar days after approval, the twentieth included.</summary>
public class TimelinessTests
{
    private static readonly Disclosure Sample = Documents.Read(Documents.Sample);

    [Theory]
    [InlineData("2026-02-10", "2026-02-10", Outcome.Held)]
    [InlineData("2026-02-10", "2026-03-02", Outcome.Held)]
    [InlineData("2026-02-10", "2026-03-03", Outcome.Broken)]
    [InlineData("2025-12-20", "2026-01-09", Outcome.Held)]
    [InlineData("2025-12-20", "2026-01-10", Outcome.Broken)]
    [InlineData("2026-02-10", "2026-02-09", Outcome.Broken)]
    [InlineData("2026-02-10", null, Outcome.NotChecked)]
    [InlineData(null, "2026-02-10", Outcome.NotChecked)]
    [InlineData(null, null, Outcome.NotChecked)]
    public void Publication_is_within_twenty_days_of_approval(string? approved, string? published, Outcome outcome) =>
        Assert.Equal(outcome, Assert.Single(Check(approved, published).Checks, c => c.Rule == "MZ901").Outcome);

    [Fact]
    public void What_is_late_says_both_dates_the_days_and_the_last_one()
    {
        var found = Assert.Single(Check("2026-02-10", "2026-03-05").Findings);
        Assert.Equal(("MZ901.late", Severity.Warning), (found.Template, found.Severity));
        Assert.Equal("2026年2月10日批复，2026年3月5日公开，相隔 23 日，超过法定的二十日（应在2026年3月2日以前公开）。", found.Message.Chinese);
        Assert.Equal("Approved on 2026-02-10 and published on 2026-03-05, 23 days later: more than the twenty that the law allows (until 2026-03-02).", found.Message.English);
    }

    [Fact]
    public void Publication_before_approval_is_a_note_about_the_dates() =>
        Assert.Equal(("MZ901.before", Severity.Note), Check("2026-02-10", "2026-02-09").Findings.Select(f => (f.Template, f.Severity)).Single());

    [Fact]
    public void Where_working_days_are_set_those_count_and_the_message_says_so()
    {
        var settings = new CheckSettings { File = "mingzhang.json", ApprovedOn = Date("2026-02-10"), PublishedOn = Date("2026-03-10"), Term = new PublicationTerm(20, true, WorkCalendar.None) };
        Assert.Equal(Outcome.Held, Assert.Single(Inspector.Check(Sample, Documents.Library, settings).Checks, c => c.Rule == "MZ901").Outcome);
        var late = Assert.Single(Inspector.Check(Sample, Documents.Library, settings with { PublishedOn = Date("2026-03-11") }).Findings);
        Assert.Equal("2026年2月10日批复，2026年3月11日公开，超过所定的 20 个工作日（应在2026年3月10日以前公开）。", late.Message.Chinese);
        Assert.Equal("Approved on 2026-02-10 and published on 2026-03-11: later than the 20 working days that are set (until 2026-03-10).", late.Message.English);
    }

    internal static Report Check(string? approved, string? published) =>
        Inspector.Check(Sample, Documents.Library, new CheckSettings { File = "mingzhang.json", ApprovedOn = Date(approved), PublishedOn = Date(published) });

    private static DateOnly? Date(string? date) => date is null ? null : DateOnly.ParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
