using System.Globalization;
using Microsoft.Playwright;

namespace Mingzhang.BrowserTests.Season;

/// <summary>看过的一页：in both languages on a desk and on a phone: what axe, the console and the width of the window say against it; and pictures of it.</summary>
internal sealed class LookedAt
{
    private const string Examine = "() => axe.run(document, { resultTypes: ['violations'], preload: false }).then(r => r.violations.filter(v => v.impact === 'serious' || v.impact === 'critical').map(v => v.id + ' ' + v.help + ' ×' + v.nodes.length + ' ' + v.nodes[0].target).join('; '))";

    private const string Wider = """
        () => { const w = document.documentElement.clientWidth; if (document.documentElement.scrollWidth <= w) return '';
          const inside = e => { for (let p = e.parentElement; p; p = p.parentElement) { const o = getComputedStyle(p).overflowX; if (o === 'auto' || o === 'scroll' || o === 'hidden') return true; } return false; };
          return 'wider by ' + (document.documentElement.scrollWidth - w) + ': ' + [...document.querySelectorAll('body *')].filter(e => e.getBoundingClientRect().right > w + 1 && !inside(e)).slice(0, 3).map(e => e.tagName + '.' + (e.getAttribute('class') || '') + ' ' + (e.textContent || '').trim().slice(0, 30)).join(' | '); }
        """;

    // What Tab reaches next, whether it shows that it is reached, and whether it was reached before.
    private const string Reached = """
        () => { const e = document.activeElement; if (!e || e === document.body) return '';
          const s = getComputedStyle(e), seen = e.matches(':focus-visible') && (s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) > 0 || s.boxShadow !== 'none');
          // A field for a day takes Tab three times, and shows itself which part of it is reached.
          const was = e.dataset.reached && window.last !== e; e.dataset.reached = '1'; window.last = e;
          return was ? 'again' : seen || e.type === 'date' || e.closest('#grid') ? 'seen' : 'unseen: ' + e.outerHTML.slice(0, 80); }
        """;

    private const string Left = """
        () => [...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary')].filter(e => !e.dataset.reached && !e.disabled && !e.closest('#grid') && e.tabIndex >= 0 && e.checkVisibility({ visibilityProperty: true }) && !(e.type === 'radio')).slice(0, 3).map(e => 'not reached: ' + e.outerHTML.slice(0, 80)).join(' | ')
        """;

    private readonly IPage _page;
    private readonly string _axe = Needed.Axe();
    private readonly List<string> _faults = [];
    private string _at = "";

    public LookedAt(IPage page)
    {
        _page = page;
        page.Console += (_, m) => Note(m.Type is "error" or "warning" ? "console: " + m.Text : "");
        page.PageError += (_, e) => Note("script: " + e);
    }

    /// <summary>所见的毛病。</summary>
    public string Faults
    {
        get
        {
            lock (_faults)
            {
                return string.Join('\n', _faults.Distinct());
            }
        }
    }

    /// <summary>看一页。</summary>
    public async Task See(string address, string picture)
    {
        // Every page in both languages and both widths takes minutes; a narrow English page differs least from what is seen already, and is looked at when MINGZHANG_EVERY_VIEW is set, as are pictures of the wide one made.
        var every = Environment.GetEnvironmentVariable("MINGZHANG_EVERY_VIEW") is not null;
        foreach (var language in new[] { "zh", "en" })
        {
            foreach (var (width, height) in language == "zh" || every ? [(1280, 900), (390, 844)] : new[] { (1280, 900) })
            {
                _at = string.Create(CultureInfo.InvariantCulture, $"{address} {language} {width}");
                await _page.SetViewportSizeAsync(width, height);
                var answer = await _page.GotoAsync(address + (address.Contains('?', StringComparison.Ordinal) ? "&" : "?") + "lang=" + language);
                Note(answer?.Status == 200 ? "" : "status " + answer?.Status);
                if (every || language == "zh")
                {
                    await _page.ScreenshotAsync(new() { Path = Path.Combine(Directory.CreateDirectory(Repository.Path("build", "screenshots")).FullName, string.Create(CultureInfo.InvariantCulture, $"season-{picture}-{language}-{width}.png")), FullPage = true });
                }

                Note(await _page.EvaluateAsync<string>(Wider));
                await _page.EvaluateAsync(_axe);
                Note(await _page.EvaluateAsync<string>(Examine));
            }
        }

        await _page.SetViewportSizeAsync(1280, 900);
    }

    /// <summary>只用 Tab 走一页: whatever can be used is reached, and shows it.</summary>
    public async Task Tab(string address)
    {
        _at = address + " by keyboard";
        await _page.GotoAsync(address);
        for (var i = 0; i < 400; i++)
        {
            await _page.Keyboard.PressAsync("Tab");
            var reached = await _page.EvaluateAsync<string>(Reached);
            if (reached is "again" or "")
            {
                break;
            }

            Note(reached == "seen" ? "" : reached);
        }

        Note(await _page.EvaluateAsync<string>(Left));
    }

    private void Note(string fault)
    {
        if (fault.Length > 0)
        {
            lock (_faults)
            {
                _faults.Add(_at + ": " + fault);
            }
        }
    }
}
