using System.Globalization;
using Mingzhang.Documents.Writing.Composition;
using Mingzhang.Ledger.Organisation;
using Mingzhang.Ledger.Process;
using Mingzhang.Ledger.Storage;
using Mingzhang.Workbench.Hosting;
using Mingzhang.Workbench.Pages.Reports;
using static Mingzhang.Charts.Markup;

namespace Mingzhang.Workbench.Pages.Publishing;

/// <summary>对一段话的意见：a reviewer says at a paragraph of the draft what is wrong with it; it is a comment like those at lines, and waits for the officer in the same place.</summary>
internal sealed class SentenceComments
{
    private const int Quoted = 30;

    private readonly WorkVisit _v;
    private readonly Unit _owner;
    private readonly bool _may;
    private readonly IReadOnlyList<StoredRecord> _all;

    public SentenceComments(WorkVisit v, Unit owner)
    {
        (_v, _owner) = (v, owner);
        var stage = v.Read(r => Stage.Of(r, owner));
        _may = !owner.Whole && SubmitPage.MayComment(stage, v.RolesIn(owner));
        _all = owner.Whole ? [] : v.Read(r => Comments.All(r, owner.Year, owner.Code));
    }

    /// <summary>一段之后的意见：those that were made, and the form where this paragraph is asked for.</summary>
    public string After(ComposedParagraph paragraph, int number)
    {
        var about = About(paragraph, number);
        var anchor = "p" + number.ToString(CultureInfo.InvariantCulture);
        var here = Books.Address(_v, _owner, "preview") + "&at=" + anchor + "#" + anchor;
        return Html($"""
            {_all.Where(c => c["about"] == about).Select(c => Html($"<span class=\"remark\">{c["said"]} <small>{_v["work.comment." + c["state"]]} {c["reason"]}</small></span>"))}{(!_may ? Empty : _v.Visit.Ask("at") != anchor ? Html($" <a class=\"say\" href=\"{_v.To(here)}\" aria-label=\"{_v.Say("work.comment.paragraph", number)}\">{_v["work.comments"]}</a>") : Html($"""
                <form class="filter" method="post" action="{_v.To(Books.Address(_v, _owner, "preview"))}">{_v.Token}<input type="hidden" name="do" value="comment"><input type="hidden" name="about" value="{about}"><label>{_v.Say("work.comment.paragraph", number)} <input name="said" required maxlength="1000"></label><button>{_v["work.comment.add"]}</button></form>
                """))}
            """).Value;
    }

    // How it begins, so that the officer finds it in a text that has changed since.
    private string About(ComposedParagraph paragraph, int number) => _v.Say("work.comment.at", number, paragraph.Text.Length <= Quoted ? paragraph.Text : paragraph.Text[..Quoted] + "…");
}
