namespace Mingzhang.Charts;

/// <summary>图的颜色：one accent, greys, and a second hue for what goes down; each drawn mark is at least 3:1 against the paper, each word 4.5:1, by light and by dark (a test computes it).</summary>
public static class ChartStyle
{
    /// <summary>各色：paper, words, soft words, this year, last year, up, down, the other parts of a whole, tracks.</summary>
    public static readonly IReadOnlyList<ChartColour> Colours =
    [
        new("paper", "#fffdfa", "#15171a", 0),
        new("ink", "#1d1b19", "#e9e6e1", 4.5),
        new("soft", "#625c55", "#aaa49c", 4.5),
        new("accent", "#9b2d1f", "#ee9a8b", 4.5),
        new("before", "#857d74", "#8d867d", 3),
        new("down", "#2c6e8f", "#78b7d6", 3),
        new("second", "#2c6e8f", "#78b7d6", 4.5),
        new("third", "#7d6508", "#cfb65a", 4.5),
        new("fourth", "#47703f", "#92c287", 4.5),
        new("fifth", "#77528a", "#be9ad6", 4.5),
        new("track", "#efeae2", "#24272b", 0),
        new("line", "#d9d2c7", "#3a3e44", 0),
    ];

    /// <summary>样式：the colours as variables, light and dark.</summary>
    public static string Variables(bool dark) => string.Concat(Colours.Select(c => $"--{c.Name}:{(dark ? c.Dark : c.Light)};"));

    /// <summary>图的规则, for the style sheet of the page or of a picture that stands alone.</summary>
    public const string Rules = """
        svg.chart{display:block;width:100%;max-width:31rem;height:auto;overflow:visible}svg.chart text{font-size:13.5px;fill:var(--ink)}svg.chart text.value{font-variant-numeric:tabular-nums}svg.chart text.soft{fill:var(--soft)}
        svg .track{fill:var(--track)}svg .now{fill:var(--accent)}svg .up{fill:var(--accent)}svg .down{fill:var(--down)}svg .before{fill:var(--before)}svg .ring{fill:var(--paper);stroke:var(--before);stroke-width:2}
        svg .axis{stroke:var(--line);stroke-width:1}svg .span{stroke:var(--before);stroke-width:3}svg .link{stroke:var(--before);stroke-width:1;stroke-dasharray:2 2;fill:none}svg .cut{stroke:var(--paper);stroke-width:3;fill:none}
        svg .course{fill:none;stroke:var(--before);stroke-width:1.4}svg .course0{stroke:var(--accent);stroke-width:2.2}svg .course1{stroke:var(--second);stroke-width:2.2;stroke-dasharray:7 4}svg .course2{stroke:var(--third);stroke-width:2.2;stroke-dasharray:2 3}svg .course3{stroke:var(--fifth);stroke-width:2.2;stroke-dasharray:10 3 2 3}
        svg .point0{fill:var(--accent)}svg .point1{fill:var(--paper);stroke:var(--second);stroke-width:2}svg .point2{fill:var(--third)}svg .point3{fill:var(--paper);stroke:var(--fifth);stroke-width:2}svg .gap{fill:none;stroke:var(--before);stroke-width:1;stroke-dasharray:3 3}svg .mark{fill:var(--ink)}
        svg .part0,svg .band0{fill:var(--accent);stroke:var(--accent)}svg .part1,svg .band1{fill:var(--second);stroke:var(--second)}svg .part2,svg .band2{fill:var(--third);stroke:var(--third)}svg .part3,svg .band3{fill:var(--fourth);stroke:var(--fourth)}svg .part4{fill:var(--fifth)}svg .part5{fill:var(--soft)}svg.chart rect[class^=part]{stroke-width:0}svg .band{fill-opacity:.16;stroke-width:.7}svg.chart text.on{fill:var(--paper)}
        svg .box{fill:var(--track);stroke:var(--before);stroke-width:1}svg .peer{fill:var(--paper);stroke:var(--before);stroke-width:1.6}svg .tick{stroke:var(--ink);stroke-width:2;fill:none}svg .dashed{stroke-width:1;stroke-dasharray:4 3}svg .end{stroke:var(--before);stroke-width:1.5;fill:none}
        svg .dot{fill:var(--before)}svg.spark{width:5rem;height:1.25rem;vertical-align:-.25em}svg.bar{width:100%;height:.5rem;display:block}
        svg.chart a{text-decoration:none}svg.chart a:hover text,svg.chart a:focus-visible text{fill:var(--accent);text-decoration:underline}
        """;
}

/// <summary>一种颜色。</summary>
/// <param name="Name">Key.</param>
/// <param name="Light">On light paper.</param>
/// <param name="Dark">On dark paper.</param>
/// <param name="Contrast">Least contrast against the paper; 0 where it carries no meaning.</param>
public sealed record ChartColour(string Name, string Light, string Dark, double Contrast);
