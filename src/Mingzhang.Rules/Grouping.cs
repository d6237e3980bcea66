using System.Globalization;
using Mingzhang.Budget;

namespace Mingzhang.Rules;

/// <summary>归并：many findings of one kind are one, with their number and the first places: nobody reads a list of two hundred.</summary>
internal static class Grouping
{
    private const int Most = 12;
    private static readonly string[] Joined = ["MZ6", "MZ8"];

    /// <summary>归并同类问题; in a template every kind is one finding, elsewhere the wordings, and what several documents differ in, that are more than twelve.</summary>
    public static IEnumerable<Finding> Of(IReadOnlyList<Finding> findings, bool template)
    {
        var groups = findings.GroupBy(f => f.Rule).ToDictionary(g => g.Key, g => g.ToList());
        foreach (var finding in findings)
        {
            var group = groups[finding.Rule];
            if (!(template ? group.Count > 1 : Array.Exists(Joined, j => finding.Rule.StartsWith(j, StringComparison.Ordinal)) && group.Count > Most))
            {
                yield return finding;
            }
            else if (ReferenceEquals(finding, group[0]))
            {
                yield return One(group);
            }
        }
    }

    private static Finding One(List<Finding> group)
    {
        var first = group[0];
        var places = group.SelectMany(f => f.Places.Take(1)).Distinct().ToList();
        var shown = places.Take(Most).ToList();
        var rest = places.Count > shown.Count;
        var arguments = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["first"] = first.Message.Chinese,
            ["first-en"] = first.Message.English,
            ["count"] = group.Count.ToString(CultureInfo.InvariantCulture),
            ["where"] = string.Join("、", shown.Select(p => p.Chinese).Distinct()),
            ["where-en"] = string.Join("; ", shown.Select(p => p.English).Distinct()),
            ["rest"] = rest ? "等" : "",
            ["rest-en"] = rest ? " and more" : "",
        };
        return first with
        {
            Id = Findings.Identify(first.Rule, "many", new Dictionary<string, string>(StringComparer.Ordinal) { ["first"] = first.Id }, []),
            Severity = group.Max(f => f.Severity),
            Template = first.Rule + "." + RuleTexts.Standard.Many.Key,
            Arguments = arguments,
            Message = MessageTemplate.Fill(RuleTexts.Standard.Many.Message, arguments),
            Checks = [.. group.SelectMany(f => f.Checks)],
            Candidates = [],
            Places = shown,
        };
    }
}
