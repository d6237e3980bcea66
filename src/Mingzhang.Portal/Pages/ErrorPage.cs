using Mingzhang.Portal.Hosting;
using static Mingzhang.Charts.Markup;

namespace Mingzhang.Portal.Pages;

/// <summary>说明失败的页面：what happened and what to do, in the visitor's language.</summary>
internal static class ErrorPage
{
    public static Page Of(Visit v, int status)
    {
        var kind = status switch { 404 => "404", 405 => "405", 429 => "429", >= 500 => "500", _ => "400" };
        return new Page(v["error." + kind], Html($"<h1>{v["error." + kind]}</h1><p>{v["error." + kind + ".do"]}</p><p><a href=\"{v.To("/")}\">{v["error.home"]}</a></p>")) { Status = status, Hidden = true };
    }
}
