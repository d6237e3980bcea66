using Mingzhang.Budget;
using Mingzhang.Forms.Codes;
using Mingzhang.Forms.Loading;
using Mingzhang.Forms.Words;

namespace Mingzhang.Forms;

/// <summary>知识库：coordinates, lexicon, wording, catalogues and form books together, all from data; never changed once loaded.</summary>
public sealed class Library
{
    private static readonly Lazy<Library> Built = new(() => Load(DataSource.Embedded(typeof(Library).Assembly), out var problems)
        ?? throw new InvalidOperationException("The embedded data is faulty: " + string.Join("; ", problems)));

    private readonly Lazy<Terms> _terms;

    private Library(Lazy<Terms> terms, Space space, Lexicon lexicon, Wording wording, IReadOnlyDictionary<string, Catalogue> catalogues, IReadOnlyList<Crosswalk> crosswalk, IReadOnlyList<FormBook> books)
    {
        _terms = terms;
        Space = space;
        Lexicon = lexicon;
        Wording = wording;
        Catalogues = catalogues;
        Crosswalk = crosswalk;
        Books = books;
    }

    /// <summary>内置的知识库。</summary>
    public static Library Standard => Built.Value;

    /// <summary>坐标系。</summary>
    public Space Space { get; }

    /// <summary>词汇。</summary>
    public Lexicon Lexicon { get; }

    /// <summary>叙述用词。</summary>
    public Wording Wording { get; }

    /// <summary>科目表，按键。</summary>
    public IReadOnlyDictionary<string, Catalogue> Catalogues { get; }

    /// <summary>部门与政府经济分类对照。</summary>
    public IReadOnlyList<Crosswalk> Crosswalk { get; }

    /// <summary>表册。</summary>
    public IReadOnlyList<FormBook> Books { get; }

    /// <summary>固定用词, read when first asked for.</summary>
    public Terms Terms => _terms.Value;

    /// <summary>按键取表册; null where there is none.</summary>
    public FormBook? Book(string? key) => Books.FirstOrDefault(b => b.Key == key);

    /// <summary>读取数据; null where anything in it is faulty, every fault listed with file and line.</summary>
    /// <param name="source">The files.</param>
    /// <param name="problems">What is faulty.</param>
    /// <param name="additions">Name of the file with the user's own phrases; null where there is none.</param>
    public static Library? Load(DataSource source, out IReadOnlyList<DataProblem> problems, string? additions = null)
    {
        ArgumentNullException.ThrowIfNull(source);
        var found = new Problems();
        var space = DimensionLoading.Load(source, found);
        var lexicon = LexiconLoading.Load(source, space, found, additions);
        var wording = Wording.Load(source, space, found);
        var catalogues = CatalogueLoading.Load(source, found);
        var crosswalk = CatalogueLoading.LoadCrosswalk(source, found);
        var books = new BookLoading(source, space, lexicon, found).Load();
        problems = found.All;
        var terms = new Lazy<Terms>(() => Terms.Load(source, catalogues.Values, new Problems()));
        return problems.Count == 0 ? new Library(terms, space, lexicon, wording, catalogues, crosswalk, books) : null;
    }

    /// <summary>内置数据，加上用户文件夹里的 (a file of the same name replaces the embedded one), and the phrases of a file of the user's own.</summary>
    public static Library? LoadWith(string? folder, out IReadOnlyList<DataProblem> problems, string? additions = null)
    {
        var source = DataSource.Embedded(typeof(Library).Assembly);
        source = folder is null ? source : source.With(folder);
        if (additions is null)
        {
            return Load(source, out problems);
        }

        // A file of the user's that is called lexicon.txt too is not the embedded one.
        var name = source.Text(additions) is null ? additions : "./" + additions;
        return Load(source.With(name, File.ReadAllText(additions)), out problems, name);
    }
}
