using System.Globalization;
using Mingzhang.Budget;
using Mingzhang.Charts;
using Mingzhang.Ledger.Archive;
using Mingzhang.Ledger.Archive.Questions;
using Mingzhang.Portal.Hosting;
using Mingzhang.Portal.Pages;
using static Mingzhang.Charts.Markup;

namespace Mingzhang.Portal.Asking;

/// <summary>格页上的提问：what was asked at this figure, in any year, with the answers; and the way to ask.</summary>
internal static class QuestionSection
{
    public static Markup Of(Visit v, IArchive archive, ArchivedDocument document, Statement statement) => document.Body is not { } body ? Empty : Html($"""
        <section id="questions"><h2>{v["questions"]}</h2>
        {(archive.Questions(body, statement.Point) is { Count: > 0 } all ? Html($"<ul class=\"plain\">{all.Select(q => One(v, q, PointText.Year(statement.Point)))}</ul>") : Parts.None(v, "questions.none"))}
        <p><a href="{v.To("/ask/" + document.Key + "." + Uri.EscapeDataString(statement.Id))}">{v["ask.title"]}</a></p></section>
        """);

    /// <summary>一条提问。</summary>
    public static Markup One(Visit v, Question q, int? year) => Html($"""
        <li id="q{q.Id}"><p><b lang="zh">{q.Said}</b> <small>{q.Asked[..10]}{When(year is not null && year != q.Year, () => Html($" · {v.Say("questions.year", q.Year.ToString(CultureInfo.InvariantCulture))}"))}</small></p>
        {(q.Answer is { } answer ? Html($"<blockquote lang=\"zh\">{answer}</blockquote><p class=\"soft\">{v.Say("questions.answered", q.Answerer, q.Answered?[..10])}</p>") : Html($"<p class=\"soft\">{v["questions.waiting"]}</p>"))}</li>

        """);
}
