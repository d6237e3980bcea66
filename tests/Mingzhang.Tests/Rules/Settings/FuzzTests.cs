using Mingzhang.Rules.Settings;

namespace Mingzhang.Tests.Rules.Settings;

/// <summary>随意损坏的设置：settings or problems with a line each, never an exception.</summary>
public class FuzzTests
{
    private const string Sound = """
        {
          "$schema": "settings.schema.json",
          "severities": { "MZ601": "note", "MZ408": "off" },
          "waivers": [
            { "rule": "MZ601", "document": "预算.docx", "point": "fund=general nature=project", "text": "待核实", "reason": "已说明", "date": "2026-02-10", "by": "周汇", "expires": "2026-12-31" },
            { "rule": "MZ403", "finding": "0f3a", "entity": "云溪市档案局", "figure": "1,283.20", "reason": "上年口径", "date": "2026-02-11" }
          ],
          "books": "books", "lexicon": "own.txt",
          "approvedOn": "2026-02-01", "publishedOn": "2026-02-20", "failOn": "warning", "lang": "zh"
        }
        """;

    private static readonly string[] Pieces =
    [
        "{", "}", "[", "]", "\"", ",", ":", "null", "true", "-1", "1e999", "\"\"", "\"waivers\":", "\"severities\":[]", "\\ud800", "\\u0000", "//", "/*", "*/", "\"../../etc\"", "\"fund=gold\"", "\"2026-13-40\"", "\"0001-01-01\"", "[[[[[[[[[[[[[[[[[[[[", "\"MZ999\":\"off\"", "﻿", "\0", "\r",
    ];

    [Fact]
    public void Random_damage_gives_settings_or_problems_with_their_line()
    {
        for (var seed = 0; seed < Fuzzing.Rounds; seed++)
        {
            var text = DamagedText.Of(Sound, new Random(seed), Pieces);
            try
            {
                var settings = SettingsReading.Read("mingzhang.json", text, new DateOnly(2026, 3, 1), out var problems);
                Assert.Equal(settings is null, problems.Count > 0);
                var points = settings is null ? [] : SettingsReading.Points(settings, Documents.Library);
                Assert.All(problems.Concat(points), p => Assert.True(p.Line > 0 && p.Reason.Chinese.Length > 0 && p.Reason.English.Length > 0));
            }
            catch (Exception e)
            {
                Assert.Fail($"seed {seed}: {e}\n{text}");
            }
        }
    }
}
