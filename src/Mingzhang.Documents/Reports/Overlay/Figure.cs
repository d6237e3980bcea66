using Mingzhang.Budget;

namespace Mingzhang.Documents.Reports.Overlay;

/// <summary>图上的数字：what was printed where, the kind that colours it, and the words that hover over it.</summary>
internal sealed record Figure(string Raw, Place Place, string Kind, string Words)
{
    /// <summary>未读懂的种类。</summary>
    public const string Unknown = "unbound";

    /// <summary>一份文件的全部数字。</summary>
    public static IEnumerable<Figure> Of(Disclosure disclosure, bool english) =>
        disclosure.Statements.Where(s => s is not AmountStatement { Blank: true }).Select(s => new Figure(s.Raw, s.Place, s.Kind, PointWords.Statement(s, english)))
            .Concat(disclosure.Unbound.Select(u => new Figure(u.Raw, u.Place, Unknown, (english ? "not understood: " : "未读懂：") + (english ? u.Reason.English : u.Reason.Chinese))));
}
