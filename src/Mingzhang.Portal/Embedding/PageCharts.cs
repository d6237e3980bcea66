using System.Globalization;
using System.Text.RegularExpressions;
using Mingzhang.Charts;
using Mingzhang.Ledger.Archive;
using Mingzhang.Portal.Hosting;
using Mingzhang.Portal.Pages;

namespace Mingzhang.Portal.Embedding;

/// <summary>页面上的图：whatever charts a page draws, by their names, so that a new chart can be shown elsewhere without a line here.</summary>
internal static partial class PageCharts
{
    /// <summary>页面的路径所画的各图; null where there is no such page.</summary>
    public static DrawnPage? Of(Visit v, IArchive archive, string path)
    {
        var page = path.Split('/') switch
        {
            ["d", var code, var year] => DepartmentPage.Of(v, archive, code, year),
            ["t", var topic] => TopicPage.Of(v, archive, topic),
            ["c", var code] => CodePage.Of(v, archive, code),
            _ => null,
        };
        return page is not { Redirect: null, Status: 200 } ? null : new DrawnPage(page.Title, [.. Figure().Matches(page.Body.Value).Select(Chart).OfType<DrawnChart>()]);
    }

    // The marks are our own, and balanced: what a chart holds of a document is escaped.
    private static DrawnChart? Chart(Match figure)
    {
        var svg = Svg().Match(figure.Value);
        return !svg.Success ? null : new DrawnChart(svg.Groups[1].Value, double.Parse(svg.Groups[2].Value, CultureInfo.InvariantCulture), double.Parse(svg.Groups[3].Value, CultureInfo.InvariantCulture), new Markup(figure.Value), new Markup(svg.Value));
    }

    [GeneratedRegex("<figure class=\"chart\".*?</figure>", RegexOptions.Singleline)]
    private static partial Regex Figure();

    [GeneratedRegex("<svg class=\"chart[^\"]*\"[^>]*aria-labelledby=\"([a-z0-9-]+)-t [^>]*viewBox=\"0 0 ([0-9.]+) ([0-9.]+)\".*?</svg>", RegexOptions.Singleline)]
    private static partial Regex Svg();
}

/// <summary>一页上的图。</summary>
internal sealed record DrawnPage(string Title, IReadOnlyList<DrawnChart> Charts);

/// <summary>一幅图：its name, its size, the figure with its table, and the picture alone.</summary>
internal sealed record DrawnChart(string Id, double Width, double Height, Markup Figure, Markup Svg);
