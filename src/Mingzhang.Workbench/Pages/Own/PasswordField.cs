using Mingzhang.Charts;
using Mingzhang.Workbench.Accounts;
using Mingzhang.Workbench.Hosting;
using static Mingzhang.Charts.Markup;

namespace Mingzhang.Workbench.Pages.Own;

/// <summary>口令的一栏：the script beside it shows what is typed for as long as one wants, and how strong a new one is; without script it is the browser's own field.</summary>
internal static class PasswordField
{
    private static readonly string[] Strengths = ["weak", "fair", "good", "strong"];

    /// <summary>现在的口令。</summary>
    public static Markup Present(WorkVisit v, string name, string word) =>
        Html($"<label>{v[word]}<input name=\"{name}\" type=\"password\" autocomplete=\"current-password\" required maxlength=\"200\"{Shown(v)}></label>");

    /// <summary>新口令，输两次。</summary>
    public static Markup New(WorkVisit v) => Html($"""
        <label>{v["work.password.new"]}<input name="password" type="password" autocomplete="new-password" required minlength="12" maxlength="128"{Shown(v)} data-strength="{string.Join('|', Strengths.Select(s => v["work.strength." + s]))}" data-meter="{v["work.strength"]}"><small>{v["work.password.rule"]}</small></label>
        <label>{v["work.password.again"]}<input name="again" type="password" autocomplete="new-password" required maxlength="128"{Shown(v)}></label>
        """);

    /// <summary>所选的有多强，一句话; empty where none was sent.</summary>
    public static Markup Strength(WorkVisit v) => When(v.Field("password").Length > 0, () => Html($"<p>{v["work.strength"]}: <b>{v["work.strength." + PasswordStrength.Word(v.Field("password"))]}</b></p>"));

    private static Markup Shown(WorkVisit v) => Html($" data-show=\"{v["work.password.show"]}\"");
}
