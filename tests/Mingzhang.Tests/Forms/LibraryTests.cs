using Mingzhang.Forms;
using Mingzhang.Forms.Loading;

namespace Mingzhang.Tests.Forms;

/// <summary>知识库试验：data are refused with file and line where they are faulty; codes are looked up by year.</summary>
public class LibraryTests
{
    private static readonly DataSource Source = DataSource.Embedded(typeof(Library).Assembly);

    [Theory]
    [InlineData("cq-budget/table-02.txt", "form 二\n  title 某表\n  layout codes\n  colour red\n", 4, "unknown field 'colour'")]
    [InlineData("cq-budget/table-02.txt", "form 二\n  title 某表\n  title 某表\n  layout codes\n", 3, "'title' is given twice")]
    [InlineData("cq-budget/table-02.txt", "form 二\n  title 某表\n  layout codes\n  at fund=gold\n", 4, "unknown coordinate 'fund=gold'")]
    [InlineData("cq-budget/table-02.txt", "form 二\n   title 某表\n", 2, "indentation must be a multiple of two spaces")]
    [InlineData("cq-budget/table-02.txt", "form 一\n  title 某表\n  layout codes\n", 0, "form 一 is given twice")]
    [InlineData("cq-budget/narrative.txt", "section 一 某节\n  sentence 共{sum fund=general}\n", 2, "unknown slot '{sum fund=general}'")]
    [InlineData("lexicon.txt", "phrase fund=general\n  某某 | 某某\n", 2, "'某某' is given twice")]
    [InlineData("dimensions.txt", "dimension fund sometimes\n", 1, "write: dimension KEY fixed|coded|open [additive]")]
    [InlineData("catalogue/functions.csv", "code,name\n", 1, "the header must be code,name,parent,valid_from,valid_to,source")]
    [InlineData("catalogue/functions.csv", "code,name,parent,valid_from,valid_to,source\n201,甲,,,,seed\n201,乙,,,,seed\n", 3, "code 201 is given twice")]
    public void Faulty_data_are_refused_with_file_and_line(string file, string text, int line, string english)
    {
        Assert.Null(Library.Load(Source.With(file, text), out var problems));
        Assert.Contains(problems, p => p.Reason.English == english && (line == 0 || (p.File == file && p.Line == line)));
        Assert.All(problems, p => Assert.NotEmpty(p.Reason.Chinese));
    }

    [Fact]
    public void A_folder_replaces_and_adds_forms()
    {
        var folder = Directory.CreateTempSubdirectory();
        Directory.CreateDirectory(Path.Combine(folder.FullName, "cq-budget"));
        File.WriteAllText(Path.Combine(folder.FullName, "cq-budget", "table-13.txt"), "form 十三\n  title 资产情况表\n  layout labels\n  columns\n    项目\n    预算数\n");
        var library = Library.LoadWith(folder.FullName, out var problems);
        Assert.Empty(problems);
        Assert.Equal(13, library!.Book("cq-budget")!.Forms.Count);
        folder.Delete(true);
    }

    [Fact]
    public void Own_phrases_are_read_behind_the_built_in_ones()
    {
        var library = Library.Load(Source.With("own.txt", "phrase fund=general\n  市本级财力\ncolumn text\n  经办说明\ntopic measure=income\n  收入来源\n"), out var problems, "own.txt");
        Assert.Empty(problems);
        Assert.Equal("fund=general", library!.Lexicon.Read("市本级财力").Point.ToString());
        Assert.Equal(Mingzhang.Forms.Words.ColumnKind.Text, library.Lexicon.Kind("经办说明"));
        Assert.True(library.Lexicon.Read("政府性基金").Understood);
    }

    [Theory]
    [InlineData("phrase fund=general\n  政府性基金\n", 2, "'政府性基金' stands in lexicon.txt:")]
    [InlineData("filler\n  国有资本经营预算\n", 2, "'国有资本经营预算' stands in lexicon.txt:")]
    [InlineData("column text\n  科目编码\n", 2, "'科目编码' stands in lexicon.txt:")]
    [InlineData("phrase fund=general\n  甲乙资金 | 甲乙资金\n", 2, "'甲乙资金' is given twice")]
    [InlineData("phrase fund=gold\n  甲乙资金\n", 1, "unknown coordinate 'fund=gold'")]
    [InlineData("word fund=general\n  甲乙资金\n", 1, "unknown field 'word'")]
    public void Own_phrases_that_conflict_are_refused_with_both_places(string text, int line, string english)
    {
        Assert.Null(Library.Load(Source.With("own.txt", text), out var problems, "own.txt"));
        var problem = Assert.Single(problems);
        Assert.Equal(("own.txt", line), (problem.File, problem.Line));
        Assert.StartsWith(english, problem.Reason.English, StringComparison.Ordinal);
    }

    [Fact]
    public void A_book_may_add_a_union_of_members_that_lie_elsewhere()
    {
        var library = Library.Load(Source.With("dimensions.txt", Source.Text("dimensions.txt") + "\n").With("dimensions.txt",
            Source.Text("dimensions.txt")!.Replace("  member training 培训费 | training", "  member training 培训费 | training\n  member js-total 三公会议培训 | three publics, meetings and training\n    union 三公 meetings training", StringComparison.Ordinal)), out var problems);
        Assert.Empty(problems);
        var space = library!.Space;
        var whole = space.Member("purpose", "js-total")!;
        Assert.True(whole.Contains(space.Member("purpose", "三公/vehicles/running")!));
        Assert.True(whole.Contains(space.Member("purpose", "meetings")!));
        Assert.False(whole.Contains(space.Member("purpose", "procurement")!));
    }

    [Theory]
    [InlineData("207", 2024, "文化旅游体育与传媒支出")]
    [InlineData("207", 2018, "文化体育与传媒支出")]
    [InlineData("2060702", 2024, "科普活动")]
    public void Codes_have_the_name_of_their_year(string code, int year, string name) => Assert.Equal(name, Documents.Library.Catalogues["functions"].Find(code, year)?.Name);

    [Fact]
    public void Names_are_found_by_year_and_level() =>
        Assert.Equal("206", Assert.Single(Documents.Library.Catalogues["functions"].ByName("科 学 技 术 支 出", 2024, 3)).Code);

    [Fact]
    public void All_catalogues_and_the_crosswalk_are_there()
    {
        Assert.Equal(["economic-department", "economic-government", "functions", "fund-nature", "revenue"], Documents.Library.Catalogues.Keys.Order(StringComparer.Ordinal));
        Assert.Contains(Documents.Library.Crosswalk, c => c is { Government: "50101", Department: "30101" });
    }

    [Theory]
    [InlineData("一般公共预算财政拨款基本支出预算表", "measure=expenditure fund=general nature=basic")]
    [InlineData("财政拨款“三公”经费支出表", "measure=expenditure fund=fiscal purpose=三公")]
    [InlineData("2024年年初预算数", "year=2024 phase=budget")]
    [InlineData("一、本年收入", "measure=income")]
    [InlineData("一般 公共预算", "fund=general")]
    public void One_lexicon_reads_titles_rows_and_columns(string label, string coordinates)
    {
        var meaning = Documents.Library.Lexicon.Read(label);
        Assert.True(meaning.Understood, meaning.Residue);
        Assert.Equal(Documents.Point(coordinates), meaning.Point.Narrow(meaning.Else));
    }

    [Fact]
    public void A_word_that_is_not_known_is_named() => Assert.Equal("月球专项", Documents.Library.Lexicon.Read("月球专项资金").Residue);
}
