namespace Mingzhang.BrowserTests;

/// <summary>每一种网页：in both languages, wide and narrow, with script and without.</summary>
[Collection(PortalTests.Name)]
public sealed class EveryPageTests(OpenPortal portal)
{
    private const int PhoneWidth = 390, PhoneHeight = 844;

    // What the server alone sees: the style is its own, so nothing is fetched again.
    private const string Examine = "() => axe.run(document, { resultTypes: ['violations'], preload: false }).then(r => r.violations.map(v => v.id + ' ' + v.help + ' ×' + v.nodes.length + ' ' + v.nodes[0].target).join('; '))";

    [Fact]
    public async Task Links_lead_to_a_page_of_every_kind_and_none_is_broken()
    {
        await using var visitor = await portal.Visitor();
        var walk = await portal.Pages;
        Assert.Empty(walk.Broken);
        Assert.Empty(walk.Unreached);
        Assert.True(walk.One.Count >= 30, string.Join("\n", walk.One));
    }

    [Theory]
    [InlineData("zh")]
    [InlineData("en")]
    public async Task No_page_has_a_fault(string language)
    {
        await using var visitor = await portal.Visitor();
        var axe = Needed.Axe();
        var faults = new List<string>();
        foreach (var path in (await portal.Pages).One.Select(p => In(p, language)))
        {
            Add(await visitor.Go(path) == 200 ? "" : "not served");
            (await visitor.Faults()).ToList().ForEach(Add);
            await visitor.Page.SetViewportSizeAsync(PhoneWidth, PhoneHeight);
            Add(await visitor.Wider() is { Length: > 0 } wider ? "wider than a phone by " + wider : "");
            await visitor.Page.SetViewportSizeAsync(1280, 900);
            Add(await visitor.Wider() is { Length: > 0 } much ? "wider than the window by " + much : "");
            await visitor.Page.EvaluateAsync(axe);
            Add(await visitor.Page.EvaluateAsync<string>(Examine));
            await visitor.Faults();

            void Add(string fault)
            {
                if (fault.Length > 0)
                {
                    faults.Add(path + ": " + fault);
                }
            }
        }

        Assert.True(faults.Count == 0, string.Join("\n", faults));
    }

    [Fact]
    public async Task Without_script_every_page_says_the_same()
    {
        await using var plain = await portal.Visitor(script: false);
        await using var scripted = await portal.Visitor();
        var differ = new List<string>();
        foreach (var path in (await portal.Pages).One)
        {
            if (!await Same(path))
            {
                // Files that were being made ready while one of them looked are ready now.
                await Task.Delay(TimeSpan.FromSeconds(2), TestContext.Current.CancellationToken);
                differ.AddRange(await Same(path) ? [] : [path]);
            }

            differ.AddRange((await plain.Faults()).Select(f => path + ": " + f));
        }

        Assert.True(differ.Count == 0, string.Join("\n", differ));

        async Task<bool> Same(string path)
        {
            await Task.WhenAll(plain.Go(path), scripted.Go(path));
            return await plain.Text() == await scripted.Text();
        }
    }

    private static string In(string path, string language) => path + (path.Contains('?', StringComparison.Ordinal) ? "&" : "?") + "lang=" + language;
}
