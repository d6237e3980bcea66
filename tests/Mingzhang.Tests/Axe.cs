using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Mingzhang.Tests.Reading.Printed;

namespace Mingzhang.Tests;

/// <summary>无障碍检查：pages one after the other in one browser, each examined by axe-core as a page of its own; skipped where it is not installed.</summary>
internal static partial class Axe
{
    // A browser that is started for each page would take longer than all that is examined. Its own answer becomes the page, as text.
    private const string Run = """
        (async () => {
          const said = [];
          for (const [name, html] of pages) {
            const frame = document.createElement('iframe');
            frame.style = 'width:800px;height:600px;border:0';
            document.body.replaceChildren(frame);
            await new Promise(loaded => { frame.onload = loaded; frame.srcdoc = html; });
            const inside = frame.contentDocument, script = inside.createElement('script');
            script.textContent = axe;
            inside.head.append(script);
            const found = await frame.contentWindow.axe.run(inside, { resultTypes: ['violations'] });
            said.push(JSON.stringify([name, found.violations.map(v => v.id + ' ' + v.help + ' ' + v.nodes.length + ' ' + v.nodes[0].target).join(';'), found.passes.length]));
          }
          document.body.innerHTML = '<pre id=r></pre>';
          document.getElementById('r').textContent = 'AXE:' + said.join('\n') + ':END';
        })();
        """;

    private static string Script => Repository.Path("build", "tools", "node_modules", "axe-core", "axe.min.js");

    /// <summary>没有安装则跳过。</summary>
    public static void Needed() => Assert.SkipUnless(File.Exists(Script), "needs axe-core, which is not here: npm install --prefix build/tools axe-core@4.14.1");

    /// <summary>各页违反的各项; empty where there is none.</summary>
    public static IReadOnlyDictionary<string, string> Violations(IReadOnlyDictionary<string, string> pages)
    {
        var given = "<script>const axe=" + JsonSerializer.Serialize(File.ReadAllText(Script)) + ",pages=" + JsonSerializer.Serialize(pages.Select(p => new[] { p.Key, p.Value })) + ";" + Run + "</script>";
        var said = Said().Match(Press.Dom("<!DOCTYPE html><html><head><meta charset=\"utf-8\"></head><body>" + given + "</body></html>"));
        Assert.True(said.Success, "axe did not answer");
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in WebUtility.HtmlDecode(said.Groups[1].Value).Split('\n'))
        {
            var page = JsonDocument.Parse(line).RootElement;
            Assert.True(page[2].GetInt32() > 0, page[0] + ": axe looked at nothing");
            found.Add(page[0].GetString()!, page[1].GetString()!);
        }

        Assert.Equal(pages.Keys.Order(StringComparer.Ordinal), found.Keys.Order(StringComparer.Ordinal));
        return found;
    }

    [GeneratedRegex("AXE:(.*?):END", RegexOptions.Singleline)]
    private static partial Regex Said();
}
