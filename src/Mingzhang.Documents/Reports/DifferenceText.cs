using System.Globalization;
using Mingzhang.Documents.Comparing;

namespace Mingzhang.Documents.Reports;

/// <summary>差异报告（文字）：figures and sentences that changed, with their places; [-left out-] and {+put in+} within a sentence.</summary>
public static class DifferenceText
{
    /// <summary>报告的各行。</summary>
    public static IEnumerable<ToneLine> Lines(Differences differences, bool english)
    {
        ArgumentNullException.ThrowIfNull(differences);
        yield return new ToneLine(Tone.Heading, $"{differences.Before.Name} → {differences.After.Name}");
        foreach (var line in Group(english ? "Figures" : "数字", differences.Figures.Count).Concat(differences.Figures.Select(f => Figure(f, english))))
        {
            yield return line;
        }

        foreach (var line in Group(english ? "Sentences" : "文字", differences.Sentences.Count).Concat(differences.Sentences.SelectMany(s => Sentence(s, english))))
        {
            yield return line;
        }

        yield return new ToneLine(Tone.Plain, "");
        yield return new ToneLine(Tone.Plain, english
            ? string.Create(CultureInfo.InvariantCulture, $"{differences.Figures.Count} figures and {differences.Sentences.Count} sentences differ; {differences.Same} figures are the same")
            : string.Create(CultureInfo.InvariantCulture, $"{differences.Figures.Count} 个数字、{differences.Sentences.Count} 句不同；{differences.Same} 个数字相同"));
    }

    /// <summary>带正负号的差额，以万元计。</summary>
    internal static string Signed(decimal yuan) => (yuan / 10_000m).ToString("+#,##0.00####;-#,##0.00####;0", CultureInfo.InvariantCulture);

    private static IEnumerable<ToneLine> Group(string name, int count)
    {
        yield return new ToneLine(Tone.Plain, "");
        yield return new ToneLine(Tone.Heading, $"{name} ({count.ToString(CultureInfo.InvariantCulture)})");
    }

    private static ToneLine Figure(FigureDifference figure, bool english)
    {
        var what = figure.Place.Table is null ? figure.What(english) : "";
        var place = (english ? figure.Place.English : figure.Place.Chinese) + (what.Length > 0 ? " · " + what : "");
        return figure switch
        {
            { Before: null } => new ToneLine(Tone.Good, $"  + {place}", figure.After),
            { After: null } => new ToneLine(Tone.Bad, $"  - {place}", figure.Before),
            _ => new ToneLine(Tone.Note, $"  ~ {place}", $"{figure.Before} → {figure.After}" + (figure.Change is { } change ? english ? $" ({Signed(change)}, in 10,000 yuan)" : $"（{Signed(change)} 万元）" : "")),
        };
    }

    private static IEnumerable<ToneLine> Sentence(SentenceDifference sentence, bool english)
    {
        var place = english ? sentence.Place.English : sentence.Place.Chinese;
        yield return sentence switch
        {
            { Before: null } => new ToneLine(Tone.Good, $"  + {place}", sentence.After),
            { After: null } => new ToneLine(Tone.Bad, $"  - {place}", sentence.Before),
            _ => new ToneLine(Tone.Note, $"  ~ {place}", string.Concat(sentence.Parts().Select(p => p.Kind switch { PartKind.Left => $"[-{p.Text}-]", PartKind.Put => $"{{+{p.Text}+}}", _ => p.Text }))),
        };
    }
}
