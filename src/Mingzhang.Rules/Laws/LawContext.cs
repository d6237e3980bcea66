using System.Globalization;
using Mingzhang.Budget;
using Mingzhang.Forms;
using Mingzhang.Forms.Words;

namespace Mingzhang.Rules.Laws;

/// <summary>核对所据：a disclosure with its figures and the knowledge that applies to it.</summary>
public sealed class LawContext
{
    private readonly Dictionary<Passage, string> _folded = new(ReferenceEqualityComparer.Instance);
    private IReadOnlyList<Relation>? _relations;

    /// <summary>为一份公开文本准备。</summary>
    public LawContext(Disclosure disclosure, Library library)
    {
        ArgumentNullException.ThrowIfNull(disclosure);
        ArgumentNullException.ThrowIfNull(library);
        Disclosure = disclosure;
        Library = library;
        Canon = Canon.Of(disclosure, library.Space);
        var changes = Canon.Of(disclosure, library.Space, changes: true);
        OfChanges = changes.SameAs(Canon) ? Canon : changes;
        Figures = FigureTable.Of(disclosure, Canon, OfChanges);
        Book = library.Book(disclosure.Facts.Book);
    }

    /// <summary>设置。</summary>
    public CheckSettings Settings { get; init; } = CheckSettings.None;

    /// <summary>公开文本。</summary>
    public Disclosure Disclosure { get; }

    /// <summary>知识库。</summary>
    public Library Library { get; }

    /// <summary>归并。</summary>
    public Canon Canon { get; }

    /// <summary>变动的归并: what is nil this year may have been something last year.</summary>
    public Canon OfChanges { get; }

    /// <summary>数字表。</summary>
    public FigureTable Figures { get; }

    /// <summary>所用表册; null where none fits.</summary>
    public FormBook? Book { get; }

    /// <summary>各正文段落。</summary>
    public IEnumerable<Passage> Paragraphs => Disclosure.Passages.Where(p => p.Kind == PassageKind.Paragraph);

    /// <summary>由本文件各规律所生的全部关系, made once for all that ask.</summary>
    public IReadOnlyList<Relation> Relations => _relations ??= LawBook.Relations(this);

    /// <summary>是否本年度的点: one that names no year, or this one.</summary>
    public bool IsOfThisYear(Point point)
    {
        ArgumentNullException.ThrowIfNull(point);
        return point.Key("year") is not { } year || year == Disclosure.Facts.Year?.ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>一段归一后的文字, of its length; made once for all rules.</summary>
    public string Folded(Passage passage)
    {
        ArgumentNullException.ThrowIfNull(passage);
        if (!_folded.TryGetValue(passage, out var text))
        {
            _folded[passage] = text = Fold.Text(passage.Text);
        }

        return text;
    }

    /// <summary>某点的金额，归并后相同的都在内。</summary>
    public IReadOnlyList<Figure> At(Point point) => Figures.Amounts.GetValueOrDefault(Canon.Of(point)) ?? [];
}
