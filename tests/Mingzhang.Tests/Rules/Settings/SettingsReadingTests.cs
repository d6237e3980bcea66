using System.Text.Json;
using Mingzhang.Budget;
using Mingzhang.Rules.Settings;
using Mingzhang.Tests.Reports;

namespace Mingzhang.Tests.Rules.Settings;

/// <summary>设置读取试验：what the file says is taken as said; every fault is told with line, path and remedy.</summary>
public class SettingsReadingTests
{
    private const string Waiver = "\"rule\": \"MZ601\", \"reason\": \"待改\", \"date\": \"2026-02-10\"";

    [Theory]
    [InlineData("{\n  \"severitys\": {}\n}", 2, "$.severitys: there is no such field; the fields are severities, waivers, books, lexicon, approvedOn, publishedOn, publishWithin, failOn, lang")]
    [InlineData("{\n\n  \"severities\": { \"MZ699\": \"off\" }\n}", 3, "$.severities.MZ699: there is no rule 'MZ699'; see mingzhang rules for all ids")]
    [InlineData("{ \"severities\": { \"MZ601\": \"loud\" } }", 1, "$.severities.MZ601: cannot be 'loud'; write one of error, warning, note, off")]
    [InlineData("{ \"severities\": { \"MZ601\": false } }", 1, "$.severities.MZ601: has the wrong type: it must be text; write \"…\"")]
    [InlineData("{ \"severities\": [ \"MZ601\" ] }", 1, "$.severities: has the wrong type: it must be an object; write { … }")]
    [InlineData("{ \"severities\": {}, \"severities\": {} }", 1, "$.severities: is given twice; keep one")]
    [InlineData("{ \"waivers\": {} }", 1, "$.waivers: has the wrong type: it must be a list; write [ … ]")]
    [InlineData("{ \"waivers\": [ \"MZ601\" ] }", 1, "$.waivers[0]: has the wrong type: it must be an object; write { … }")]
    [InlineData("{ \"waivers\": [\n{ \"rule\": \"MZ601\", \"date\": \"2026-02-10\" } ] }", 2, "$.waivers[0].reason: is missing; say why the finding may stand")]
    [InlineData("{ \"waivers\": [ { \"rule\": \"MZ601\", \"reason\": \" \", \"date\": \"2026-02-10\" } ] }", 1, "$.waivers[0].reason: is empty; fill it in or take it out")]
    [InlineData("{ \"waivers\": [ { \"rule\": \"MZ601\", \"reason\": \"待改\" } ] }", 1, "$.waivers[0].date: is missing; give the date of the waiver, such as 2026-02-10")]
    [InlineData("{ \"waivers\": [ { \"rule\": \"MZ601\", \"reason\": \"待改\", \"date\": \"2026年2月\" } ] }", 1, "$.waivers[0].date: '2026年2月' is no date; write year-month-day, such as 2026-02-10")]
    [InlineData("{ \"waivers\": [ { \"reason\": \"待改\", \"date\": \"2026-02-10\" } ] }", 1, "$.waivers[0].rule: is missing; name the rule, such as MZ408")]
    [InlineData("{ \"waivers\": [ { \"rule\": \"MZ6\", \"reason\": \"待改\", \"date\": \"2026-02-10\" } ] }", 1, "$.waivers[0].rule: there is no rule 'MZ6'; see mingzhang rules for all ids")]
    [InlineData("{ \"waivers\": [ {}, {" + Waiver + ", \"who\": \"某人\" } ] }", 1, "$.waivers[1].who: there is no such field; the fields are rule, finding, document, entity, figure, point, text, reason, date, by, expires")]
    [InlineData("{ \"waivers\": [ {" + Waiver + ", \"expires\": \"2025-12-31\" } ] }", 1, "$.waivers[0].expires: is before the date of the waiver; check both dates")]
    [InlineData("{ \"publishedOn\": \"2026-02-30\" }", 1, "$.publishedOn: '2026-02-30' is no date; write year-month-day, such as 2026-02-10")]
    [InlineData("{ \"publishWithin\": { \"days\": 61 } }", 1, "$.publishWithin.days: must be a whole number from 1 to 60, without quotes")]
    [InlineData("{ \"publishWithin\": { \"days\": 1.5 } }", 1, "$.publishWithin.days: must be a whole number from 1 to 60, without quotes")]
    [InlineData("{ \"publishWithin\": { \"count\": \"weekly\" } }", 1, "$.publishWithin.count: write \"calendar\" or \"working\"")]
    [InlineData("{ \"publishWithin\": { \"holidays\": [\n\"2026-02-30\" ] } }", 2, "$.publishWithin.holidays[0]: is no date; write a day such as 2026-02-14, or the first and last such as 2026-02-15/2026-02-23")]
    [InlineData("{ \"publishWithin\": { \"weekends\": [] } }", 1, "$.publishWithin.weekends: there is no such field; the fields are days, count, holidays, workdays")]
    [InlineData("{ \"failOn\": \"off\" }", 1, "$.failOn: cannot be 'off'; write one of error, warning, note")]
    [InlineData("{ \"lang\": 1 }", 1, "$.lang: has the wrong type: it must be text; write \"…\"")]
    [InlineData("{ \"books\": null }", 1, "$.books: has the wrong type: it must be text; write \"…\"")]
    [InlineData("[]", 1, "$: has the wrong type: it must be an object; write { … }")]
    [InlineData("", 1, "$: the file is empty; write {} where there is nothing to set")]
    [InlineData("// 以后再写\n", 2, "this is no valid JSON (byte 1 of the line); check quotes, commas and brackets")]
    [InlineData("{\n  \"lang\": \n}", 3, "this is no valid JSON (byte 1 of the line); check quotes, commas and brackets")]
    [InlineData("{\n\"books\": \"\\ud800\" }", 2, "this is no valid JSON (byte 1 of the line); check quotes, commas and brackets")]
    [InlineData("{ \"books\": [[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]] }", 1, "this is no valid JSON (byte 27 of the line); check quotes, commas and brackets")]
    [InlineData("{} {}", 1, "this is no valid JSON (byte 4 of the line); check quotes, commas and brackets")]
    public void What_is_faulty_is_refused_with_line_path_and_remedy(string text, int line, string english)
    {
        Assert.Null(SettingsReading.Read("mingzhang.json", text, null, out var problems));
        Assert.Contains(problems, p => (p.File, p.Line, p.Reason.English) == ("mingzhang.json", line, english));
        Assert.All(problems, p => Assert.Contains(p.Reason.Chinese, c => c >= 0x4e00));
    }

    [Fact]
    public void All_faults_are_told_at_once()
    {
        Assert.Null(SettingsReading.Read("mingzhang.json", "{ \"lang\": \"fr\", \"colour\": 1, \"waivers\": [ { \"rule\": \"MZ601\" } ] }", null, out var problems));
        Assert.Equal(4, problems.Count);
    }

    [Fact]
    public void A_coordinate_that_does_not_exist_is_refused_once_the_data_are_there()
    {
        var settings = SettingsReading.Read("mingzhang.json", "{ \"waivers\": [\n{" + Waiver + ", \"point\": \"fund=gold\" } ] }", null, out _);
        var problem = Assert.Single(SettingsReading.Points(settings!, Documents.Library));
        Assert.Equal((2, "$.waivers[0].point: unknown coordinate 'fund=gold'; write it as mingzhang read shows it, such as fund=general nature=project"), (problem.Line, problem.Reason.English));
    }

    [Fact]
    public void Comments_and_trailing_commas_are_allowed_and_nothing_need_be_set()
    {
        var settings = SettingsReading.Read("mingzhang.json", "{ // 设置\n  \"severities\": { \"MZ601\": \"off\", \"MZ405\": \"error\", },\n}", null, out var problems);
        Assert.Empty(problems);
        Assert.True(settings!.IsOff("MZ601"));
        Assert.Equal(Severity.Error, settings.Severities["MZ405"]);
        Assert.False(settings.IsOff("MZ602"));
        Assert.Equal((null, null, null, null), (settings.Books, settings.ApprovedOn, settings.FailOn, settings.Language));
    }

    [Theory]
    [InlineData("settings.md")]
    [InlineData("settings.zh-CN.md")]
    public void The_example_of_the_documentation_is_valid_and_means_what_it_says(string page)
    {
        var text = File.ReadAllText(Repository.Path("docs", page)).Split("```json")[1].Split("```")[0];
        Assert.Empty(new SchemaCheck(JsonDocument.Parse(File.ReadAllText(Repository.Path("docs", "settings.schema.json"))).RootElement).Faults(JsonDocument.Parse(text).RootElement));
        var settings = SettingsReading.Read(Path.Combine("某局", "mingzhang.json"), text, new DateOnly(2026, 3, 1), out var problems)!;
        Assert.Empty(problems);
        Assert.Equal((Path.Combine("某局", "books"), Path.Combine("某局", "lexicon-local.txt")), (settings.Books, settings.Lexicon));
        Assert.Equal((new DateOnly(2026, 2, 5), new DateOnly(2026, 2, 20)), (settings.ApprovedOn!.Value, settings.PublishedOn!.Value));
        Assert.Equal((20, true, new DateOnly(2026, 3, 11)), (settings.Term.Days, settings.Term.Working, settings.Term.Due(settings.ApprovedOn!.Value)));
        Assert.Equal(Severity.Warning, settings.FailOn);
        var waiver = Assert.Single(settings.Waivers);
        Assert.Equal(("MZ408", "林知远", new DateOnly(2026, 12, 31)), (waiver.Rule, waiver.By, waiver.Expires!.Value));
        Assert.False(settings.Expired(waiver));
    }

    [Fact]
    public void The_schema_names_every_field_that_is_read()
    {
        var properties = JsonDocument.Parse(File.ReadAllText(Repository.Path("docs", "settings.schema.json"))).RootElement.GetProperty("properties");
        Assert.Null(SettingsReading.Read("mingzhang.json", "{ \"x\": 1, \"publishWithin\": { \"x\": 1 }, \"waivers\": [ { \"x\": 1 } ] }", null, out var problems));
        foreach (var (path, fields) in new[] { ("$.x: ", properties), ("$.publishWithin.x: ", properties.GetProperty("publishWithin").GetProperty("properties")), ("$.waivers[0].x: ", properties.GetProperty("waivers").GetProperty("items").GetProperty("properties")) })
        {
            var told = problems.Single(p => p.Reason.English.StartsWith(path, StringComparison.Ordinal)).Reason.English.Split("the fields are ")[1].Split(", ");
            Assert.Equal(told.Order(StringComparer.Ordinal), fields.EnumerateObject().Select(f => f.Name).Where(n => n[0] != '$').Order(StringComparer.Ordinal));
        }
    }
}
