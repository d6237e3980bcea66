using Mingzhang.Budget;
using Mingzhang.Charts;
using Mingzhang.Documents.Reports;
using Mingzhang.Ledger;
using Mingzhang.Ledger.Organisation;
using Mingzhang.Ledger.Process;
using Mingzhang.Publishing;
using Mingzhang.Rules;
using Mingzhang.Workbench.Hosting;
using static Mingzhang.Charts.Markup;

namespace Mingzhang.Workbench.Pages.Rules;

/// <summary>规则：every rule with what it says, on what it rests and how severe it is here; keepers of rules change that in a draft, which counts only when it is published.</summary>
internal static class RulesPage
{
    /// <summary>地址。</summary>
    public const string Address = "/work/rules";

    public static WorkAnswer Show(WorkVisit v) => Form(v, Empty);

    /// <summary>在草稿中定一条规则的程度。</summary>
    public static WorkAnswer Send(WorkVisit v)
    {
        var (rule, book, severity) = (v.Field("rule"), v.Field("book"), v.Field("severity"));
        if (!RuleTexts.Standard.Rules.ContainsKey(rule) || (book.Length > 0 && v.Site.Library.Book(book) is null) || (severity.Length > 0 && !RuleSettings.Severities.Contains(severity)))
        {
            return Form(v, Refused.List(v, [Problem.Of("没有这条规则、表册或程度", "there is no such rule, form book or severity", "请刷新页面", "load the page again")]));
        }

        var problems = v.Write(v["work.rules"], w => RuleSets.Put(w, new RuleSeverity(rule, book, severity)));
        return problems.Count == 0 ? WorkAnswer.Go(Address + "/draft") : Form(v, Refused.List(v, problems));
    }

    /// <summary>可否改定。</summary>
    public static bool MayChange(WorkVisit v) => v.Roles.Any(p => p.Scope == Person.Everywhere && p.Role == Role.Rules);

    /// <summary>程度的说法。</summary>
    public static string Said(WorkVisit v, string severity) => severity switch
    {
        "error" => v["severity.error"],
        "warning" => v["severity.warning"],
        "note" => v["severity.note"],
        "off" => v["work.rules.off"],
        _ => v["work.rules.builtin"],
    };

    private static WorkAnswer Form(WorkVisit v, Markup said)
    {
        var (set, draft) = v.Read(r => (RuleSets.InForce(r), RuleSets.Draft(r)));
        var (words, family) = (v.Visit.Ask("q"), v.Visit.Ask("family"));
        var shown = RuleTexts.Standard.Rules.Values.Where(r => (family.Length == 0 || r.Family.ToString() == family)
            && (words.Length == 0 || r.Id.Contains(words, StringComparison.OrdinalIgnoreCase) || new[] { r.Title, r.About }.Any(t => t.Chinese.Contains(words, StringComparison.OrdinalIgnoreCase) || t.English.Contains(words, StringComparison.OrdinalIgnoreCase)))).ToList();
        return WorkAnswer.Page(v["work.rules"], Html($"""
            <h1>{v["work.rules"]}</h1>{said}
            <p class="lead">{(set is null ? v.Say("work.rules.builtins", RuleTexts.Standard.Rules.Count) : v.Say("work.rules.inforce", RuleTexts.Standard.Rules.Count, set.Number, set.Day, set.Severities.Count))} <a href="{v.To(Address + "/draft")}">{(draft is null ? v["work.rules.history"] : v.Say("work.rules.drafted", draft.Severities.Count))}</a></p>
            <form class="filter" method="get"><label>{v["work.rules.family"]} <select name="family"><option value="">{v["work.all"]}</option>{RuleTexts.Standard.Families.Select(f => Html($"<option value=\"{f.Digit}\"{(f.Digit.ToString() == family ? Html($" selected") : Empty)}>MZ{f.Digit} {v.Visit.Say(f.Title)}</option>"))}</select></label> <label>{v["work.rules.words"]} <input name="q" value="{words}" maxlength="40"></label>{When(v.Visit.English, () => Html($"<input type=\"hidden\" name=\"lang\" value=\"en\">"))}<button>{v["work.find"]}</button></form>
            {(shown.Count == 0 ? Html($"<p class=\"none\">{v["work.rules.none"]}</p>") : Join(shown.Select(r => One(v, r, set, draft))))}
            """), Address) with
        { Status = said.IsEmpty ? 200 : 422 };
    }

    private static Markup One(WorkVisit v, Rule rule, RuleSet? set, RuleSet? draft)
    {
        var decided = (set?.Severities ?? []).Where(s => s.Rule == rule.Id).ToList();
        var drafted = (draft?.Severities ?? []).Where(s => s.Rule == rule.Id && !decided.Contains(s)).ToList();
        return Html($"""
            <details id="{rule.Id}"><summary><code>{rule.Id}</code> {v.Visit.Say(rule.Title)} <small>{Said(v, rule.Severity.ToString().ToLowerInvariant())}{decided.Select(s => Html($" · {Where(v, s)}{Said(v, s.Severity)}"))}{drafted.Select(s => Html($" · {v["work.rules.draft"]} {Where(v, s)}{Said(v, s.Severity)}"))}</small></summary>
            <p>{v.Visit.Say(rule.About)}</p><dl class="facts"><dt>{v["work.rules.basis"]}</dt><dd>{v.Visit.Say(rule.Basis)}{rule.Sources.Select(s => Html($"<br><small>{v.Visit.Say(s.Title)}</small>"))}</dd><dt>{v["work.rules.applies"]}</dt><dd>{v.Visit.Say(RulesReport.Applies(rule))}</dd><dt>{v["work.rules.severity"]}</dt><dd>{RulesReport.Severities(rule, v.Visit.English)}</dd>{When(RuleSample.All.ContainsKey(rule.Id), () => Html($"<dt>{v["work.rules.example"]}</dt><dd>{v.Visit.Say(RuleSample.All[rule.Id].Message)}</dd>"))}</dl>
            {When(MayChange(v), () => Html($"""
                <form class="filter" method="post" action="{v.To(Address)}">{v.Token}<input type="hidden" name="rule" value="{rule.Id}"><label>{v["work.book"]} <select name="book"><option value="">{v["work.rules.everybook"]}</option>{v.Site.Library.Books.Where(b => rule.Books.Count == 0 || rule.Books.Contains(b.Key)).Select(b => Html($"<option value=\"{b.Key}\">{v.Visit.Say(b.Name)}</option>"))}</select></label> <label>{v["work.rules.severity"]} <select name="severity"><option value="">{v["work.rules.builtin"]}</option>{RuleSettings.Severities.Select(s => Html($"<option value=\"{s}\">{Said(v, s)}</option>"))}</select></label><button aria-label="{v.Say("work.rules.put.label", rule.Id)}">{v["work.rules.put"]}</button></form>
                """))}</details>

            """);
    }

    /// <summary>对哪一表册，之后接程度; empty for all.</summary>
    public static string Where(WorkVisit v, RuleSeverity severity) => severity.Book.Length == 0 ? "" : v.Visit.Say(v.Site.Library.Book(severity.Book)?.Name ?? new Reason(severity.Book, severity.Book)) + v["work.rules.colon"];
}
