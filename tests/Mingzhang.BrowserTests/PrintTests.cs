using System.Diagnostics;

namespace Mingzhang.BrowserTests;

/// <summary>打印：a department's page on A4, as the browser prints it.</summary>
[Collection(PortalTests.Name)]
public sealed class PrintTests(OpenPortal portal)
{
    private const int MostPages = 14;

    [Theory]
    [InlineData("budget")]
    [InlineData("final")]
    public async Task A_department_page_prints_on_few_sheets_with_name_unit_and_source(string kind)
    {
        var pdftotext = Needed.Program("pdftotext", "poppler-utils");
        await using var reader = await portal.Visitor();
        await reader.Go("/depts?year=2025&kind=" + kind);
        await reader.Click(reader.Link("云溪区财政局"));
        var name = await reader.Page.Locator("h1").InnerTextAsync();
        var file = Path.Combine(Directory.CreateDirectory(Repository.Path("build", "screenshots")).FullName, $"department-{kind}.pdf");
        await File.WriteAllBytesAsync(file, await reader.Page.PdfAsync(new() { Format = "A4", PrintBackground = true, PreferCSSPageSize = true }), TestContext.Current.CancellationToken);
        var text = Run(pdftotext, "-layout", file, "-");
        Assert.Contains(name.Split('\n')[0].Trim(), text, StringComparison.Ordinal);
        Assert.Contains(kind == "budget" ? "2025年预算" : "2025年决算", text.Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("单位：万元", text, StringComparison.Ordinal);
        Assert.Contains("来源", text, StringComparison.Ordinal);
        Assert.Contains("云溪区财政局_2025年部门", text.Replace("\n", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.InRange(text.Count(c => c == '\f'), 1, MostPages);
    }

    private static string Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true })!;
        var said = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return said;
    }
}
