using System.Globalization;
using Mingzhang.Ledger.Organisation;
using Mingzhang.Ledger.Storage;

namespace Mingzhang.Ledger.Process;

/// <summary>规则集：how severe rules are for this ledger. The newest published one is in force; at most one draft stands beside it, is tried, and published as the next version with a reason.</summary>
internal static class RuleSets
{
    private const string Draft_ = "draft", Published_ = "published";

    /// <summary>各版本，新的在前，草稿最前。</summary>
    public static IReadOnlyList<RuleSet> All(Reading reading) => [.. reading.All(Kinds.RuleSet).Select(RuleSet.Of).OrderByDescending(s => s.Number)];

    /// <summary>现行的; null where everything is as built in.</summary>
    public static RuleSet? InForce(Reading reading) => All(reading).FirstOrDefault(s => s.Published);

    /// <summary>草稿; null where there is none.</summary>
    public static RuleSet? Draft(Reading reading) => All(reading).FirstOrDefault(s => !s.Published);

    /// <summary>在草稿中定一条规则的程度; a draft is begun from what is in force; as built in where no severity is named.</summary>
    public static void Put(Writing writing, RuleSeverity severity)
    {
        if (!May(writing))
        {
            return;
        }

        var draft = Draft(writing) ?? Next(writing);
        var others = draft.Severities.Where(s => s.Rule != severity.Rule || s.Book != severity.Book);
        Store(writing, draft with { Severities = severity.Severity.Length == 0 ? [.. others] : [.. others, severity] }, Draft_);
    }

    /// <summary>放弃草稿。</summary>
    public static void Drop(Writing writing)
    {
        if (May(writing) && writing.Find(Kinds.RuleSet, Draft(writing)?.Id ?? "") is { } stored)
        {
            writing.Remove(stored);
        }
    }

    /// <summary>公布草稿为下一版。</summary>
    public static void Publish(Writing writing, DateOnly day, string reason)
    {
        if (!May(writing))
        {
            return;
        }

        if (Draft(writing) is not { } draft)
        {
            writing.Refuse("没有规则集的草稿", "there is no draft of the rules", "先改定规则的程度", "change the severity of a rule first");
            return;
        }

        if (reason.Trim().Length == 0)
        {
            writing.Refuse("公布规则集要说明理由", "a version of the rules is published with its reason", "请写明为什么改", "say why they are changed");
            return;
        }

        Store(writing, draft with { Reason = reason.Trim(), Day = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) }, Published_);
    }

    private static RuleSet Next(Reading reading) => new(All(reading).Select(s => s.Number).DefaultIfEmpty(0).Max() + 1, false, InForce(reading)?.Severities ?? [], "", "");

    private static void Store(Writing writing, RuleSet set, string state) => writing.Put(new RecordValues().Set("number", set.Number).Set("state", state)
        .Set("severities", string.Join('\n', set.Severities.OrderBy(s => s.Rule, StringComparer.Ordinal).ThenBy(s => s.Book, StringComparer.Ordinal).Select(s => s.Written))).Set("reason", set.Reason).Set("day", set.Day)
        .As(Kinds.RuleSet, set.Id, Organisations.CommonChain, writing.Find(Kinds.RuleSet, set.Id)?.Version ?? 0));

    private static bool May(Writing writing)
    {
        if (Organisations.Roles(writing, writing.Who).Any(p => p.Scope == Person.Everywhere && p.Role == Role.Rules))
        {
            return true;
        }

        writing.Refuse($"{writing.Who} 不能改定规则", $"{writing.Who} may not change the rules", "需要的角色：全库的规则管理", "it takes the role of keeper of rules everywhere");
        return false;
    }
}

/// <summary>一版规则集。</summary>
/// <param name="Number">Its number, from 1.</param>
/// <param name="Published">Whether it was published; else it is the draft.</param>
/// <param name="Severities">What differs from the built-in severities.</param>
/// <param name="Reason">Why it was published.</param>
/// <param name="Day">When.</param>
internal sealed record RuleSet(long Number, bool Published, IReadOnlyList<RuleSeverity> Severities, string Reason, string Day)
{
    public string Id => Number.ToString(CultureInfo.InvariantCulture);

    public static RuleSet Of(StoredRecord r) => new(r.Whole("number"), r["state"] == "published", [.. r["severities"].Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(RuleSeverity.Read)], r["reason"], r["day"]);
}

/// <summary>一条规则的程度。</summary>
/// <param name="Rule">Its number, such as MZ405.</param>
/// <param name="Book">Key of the form book for which it holds; empty for all.</param>
/// <param name="Severity">error, warning, note or off; empty: as built in.</param>
internal sealed record RuleSeverity(string Rule, string Book, string Severity)
{
    /// <summary>存入的写法。</summary>
    public string Written => $"{Rule} {(Book.Length == 0 ? "*" : Book)} {Severity}";

    public static RuleSeverity Read(string text) => text.Split(' ') is [var rule, var book, var severity] ? new RuleSeverity(rule, book == "*" ? "" : book, severity) : throw new FormatException(text);
}
