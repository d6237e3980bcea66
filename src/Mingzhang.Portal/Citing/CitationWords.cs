using System.Globalization;
using Mingzhang.Ledger.Archive;
using Mingzhang.Portal.Text;

namespace Mingzhang.Portal.Citing;

/// <summary>核对的结论，成句：matches 普陀区财政局 2025 表9 第1行, or what is printed instead.</summary>
internal static class CitationWords
{
    public static string Sentence(Citation citation, bool english)
    {
        if (citation.Figures.Count == 0)
        {
            return Words.Standard.Say(english, citation.Bodies.Count == 0 ? "cite.nobody" : "cite.nofigure");
        }

        return string.Join(english ? "; " : "；", citation.Figures.Select(f => f.Raw + " " + Words.Standard.Say(english, "cited." + f.Verdict) + (f.Found.Concat(f.Nearest).FirstOrDefault() is { } place ? " " + Place(place, english) : "")));
    }

    private static string Place(ArchivedStatement found, bool english) =>
        $"{found.Document.Body?.Name} {found.Document.Year?.ToString(CultureInfo.InvariantCulture)} {(english ? found.Statement.Place.English : found.Statement.Place.Chinese)} {found.Statement.Raw}";
}
