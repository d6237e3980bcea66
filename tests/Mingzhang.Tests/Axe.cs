using System.Text.RegularExpressions;
using Mingzhang.Tests.Reading.Printed;

namespace Mingzhang.Tests;

/// <summary>无障碍检查：a page in a browser, examined by axe-core; skipped where it is not installed.</summary>
internal static partial class Axe
{
    // Its own answer becomes the page, as text.
    private const string Run = "axe.run(document,{resultTypes:['violations']}).then(r=>{document.documentElement.innerHTML='<body><pre id=r></pre></body>';document.getElementById('r').textContent='AXE:'+r.violations.map(v=>v.id+' '+v.help+' '+v.nodes.length+' '+v.nodes[0].target).join(';')+':END'})";

    private static string Script => Repository.Path("build", "tools", "node_modules", "axe-core", "axe.min.js");

    /// <summary>没有安装则跳过。</summary>
    public static void Needed() => Assert.SkipUnless(File.Exists(Script), "needs axe-core, which is not here: npm install --prefix build/tools axe-core@4.14.1");

    /// <summary>违反的各项; empty where there is none.</summary>
    public static string Violations(string page)
    {
        var script = "<script>" + File.ReadAllText(Script).Replace("</script", "<\\/script", StringComparison.Ordinal) + "</script><script>" + Run + "</script></body>";
        return Said().Match(Press.Dom(page.Replace("</body>", script, StringComparison.Ordinal))) is { Success: true } found ? found.Groups[1].Value : "axe did not answer";
    }

    [GeneratedRegex("AXE:(.*?):END", RegexOptions.Singleline)]
    private static partial Regex Said();
}
