using Mingzhang.Workbench.Hosting;
using static Mingzhang.Charts.Markup;

namespace Mingzhang.Workbench.Pages;

/// <summary>不许或没有：says so, and where to go on.</summary>
internal static class DeniedPage
{
    public static WorkAnswer Of(WorkVisit v, int status)
    {
        var title = v[status == 403 ? "work.denied" : "work.missing"];

        // Whoever sent a form could see its page: something has changed since.
        var sent = v.SignedIn && v.Typed.Any();
        return WorkAnswer.Page(title, Html($"<h1>{title}</h1>{When(sent, () => Html($"<p role=\"alert\"><b>{v["work.lost.why"]}</b></p>"))}<p>{v[status == 403 ? "work.denied.why" : "work.missing.why"]}</p><p><a href=\"{v.To("/work")}\">{v["work.todo.back"]}</a></p>")) with { Status = status };
    }
}

/// <summary>过时的表单：the session ended, or another began.</summary>
internal static class StalePage
{
    public static WorkAnswer Of(WorkVisit v) => WorkAnswer.Page(v["work.stale"], Html($"<h1>{v["work.stale"]}</h1><p role=\"alert\">{v["work.stale.why"]}</p><p><a href=\"{v.To("/work")}\">{v["work.todo.back"]}</a></p>")) with { Status = 400 };
}
