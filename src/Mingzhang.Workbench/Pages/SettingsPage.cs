using Mingzhang.Workbench.Hosting;
using static Mingzhang.Charts.Markup;

namespace Mingzhang.Workbench.Pages;

/// <summary>设置：what is kept rather than worked on.</summary>
internal static class SettingsPage
{
    private static readonly string[] Parts = ["people", "units", "term", "books", "journal", "archive", "backup", "health"];

    public static WorkAnswer Show(WorkVisit v) => WorkAnswer.Page(v["work.settings"], Html($"""
        <h1>{v["work.settings"]}</h1><ul class="topics">{Parts.Select(p => Html($"<li><a href=\"{v.To("/work/settings/" + p)}\"><b>{v["work.settings." + p]}</b> <span>{v[$"work.settings.{p}.about"]}</span></a></li>"))}</ul>
        """), "/work/settings");
}
