using Mingzhang.Charts;
using Mingzhang.Ledger.Archive;
using Mingzhang.Ledger.Archive.Questions;
using Mingzhang.Portal.Figures;
using Mingzhang.Portal.Hosting;
using Mingzhang.Portal.Pages;
using static Mingzhang.Charts.Markup;

namespace Mingzhang.Portal.Asking;

/// <summary>提问与答复：all that were published, newest first.</summary>
internal static class QuestionsPage
{
    private const int Most = 200;

    public static Page Of(Visit v, IArchive archive)
    {
        var all = archive.Questions(Most);
        return new Page(v["questions"], Html($"""
            <h1>{v["questions"]}</h1><p class="lead">{v["questions.about"]}</p>
            {(all.Count == 0 ? Parts.None(v, "questions.none") : Html($"<ul class=\"plain hits\">{all.Select(q => One(v, archive, q))}</ul>"))}
            """));
    }

    private static Markup One(Visit v, IArchive archive, Question q)
    {
        var cut = q.Cell.IndexOf('.', StringComparison.Ordinal);
        var found = archive.Document(q.Cell[..cut]) is { } document ? archive.Statement(document, q.Cell[(cut + 1)..]) : null;
        return Html($"{QuestionSection.One(v, q, null)}{When(found is not null, () => Html($"<li><a href=\"{Money.Address(v, found!.Document, found.Statement.Id)}#questions\">{Parts.Name(v, found.Document)} · {PointName.Of(v.Library, found.Statement.Point, v.English)}</a></li>"))}");
    }
}
