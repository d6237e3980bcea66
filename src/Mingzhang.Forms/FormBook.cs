using Mingzhang.Budget;
using Mingzhang.Forms.Words;

namespace Mingzhang.Forms;

/// <summary>表册：the forms and sections that one kind of disclosure prints.</summary>
public sealed record FormBook
{
    /// <summary>键，如 cq-budget。</summary>
    public required string Key { get; init; }

    /// <summary>名称。</summary>
    public required Reason Name { get; init; }

    /// <summary>预算或决算; unknown for forms that documents of both kinds print.</summary>
    public required DocumentKind Kind { get; init; }

    /// <summary>部门或单位; null where the book serves both.</summary>
    public required DocumentScope? Scope { get; init; }

    /// <summary>各表的金额单位。</summary>
    public required MoneyUnit Unit { get; init; }

    /// <summary>始用年度; null where unknown.</summary>
    public required int? Since { get; init; }

    /// <summary>识别用词与分量。</summary>
    public required IReadOnlyList<BookSign> Detect { get; init; }

    /// <summary>各表，按表号次序。</summary>
    public required IReadOnlyList<Form> Forms { get; init; }

    /// <summary>说明部分的各节，按次序。</summary>
    public required IReadOnlyList<SectionForm> Sections { get; init; }

    /// <summary>五大规律之外的相等关系。</summary>
    public required IReadOnlyList<Relationship> Relations { get; init; }

    /// <summary>文末联系人的写法; null where the book has none.</summary>
    public required Sentence? Contact { get; init; }

    /// <summary>书写的样子; null where nobody writes this book.</summary>
    public required BookPrint? Print { get; init; }

    /// <summary>该册含下级在内的全部小节。</summary>
    public IEnumerable<SectionForm> AllSections => Sections.SelectMany(s => s.SelfAndBelow());

    /// <summary>表册与文字相合的程度，0 到 1: weights of the words found, ten being certain.</summary>
    public static decimal Confidence(int weight) => Math.Min(1m, weight / 10m);

    /// <summary>所见识别用词的分量之和: decides between books that are both certain.</summary>
    public int Weight(string foldedText)
    {
        ArgumentNullException.ThrowIfNull(foldedText);
        return Detect.Where(d => d.Words.Any(w => foldedText.Contains(w, StringComparison.Ordinal))).Sum(d => d.Weight);
    }
}

/// <summary>书写的样子：what the writer puts on the cover and above each table. {N} entity, {Y} year, {D} 部门 or 单位, {n} number, {U} unit.</summary>
/// <param name="Title">Title of the document.</param>
/// <param name="Number">How a table's number is printed; empty where tables bear none.</param>
/// <param name="Entity">Line above a table that names the entity; empty where there is none.</param>
/// <param name="Unit">Line above a table that names the unit of money.</param>
/// <param name="Names">Whether the titles of tables begin with the entity's name.</param>
public sealed record BookPrint(string Title, string Number, string Entity, string Unit, bool Names);

/// <summary>识别用词：wordings of one thing that speaks for a book, with its weight; ten in all is certain.</summary>
public sealed record BookSign(IReadOnlyList<string> Words, int Weight);

/// <summary>相等关系：two points that a book prints equal although no law says so.</summary>
public sealed record Relationship(Severity Severity, Point Left, Point Right, Reason Name);

/// <summary>表式：one printed table: title, columns as a header tree, rows, nil statement.</summary>
public sealed record Form
{
    /// <summary>所属表册的键与表号，如 cq-budget/二。</summary>
    public required string Key { get; init; }

    /// <summary>表号，如 二。</summary>
    public required string Number { get; init; }

    /// <summary>表名，可含 {Y}。</summary>
    public required string Title { get; init; }

    /// <summary>别名。</summary>
    public required IReadOnlyList<string> Aliases { get; init; }

    /// <summary>版式。</summary>
    public required FormLayout Layout { get; init; }

    /// <summary>本表的金额单位; null where it is that of the book.</summary>
    public required MoneyUnit? Unit { get; init; }

    /// <summary>整张表的坐标, beyond what the title's own words add; null where the title says it all.</summary>
    public required Point? At { get; init; }

    /// <summary>科目表的键; null where rows are not by code.</summary>
    public required string? Classification { get; init; }

    /// <summary>编码所蕴含的坐标: 301 is personnel costs where the table says so by its totals.</summary>
    public required IReadOnlyList<CodeImplication> Implied { get; init; }

    /// <summary>所列项目是否为全部。</summary>
    public required bool Closes { get; init; }

    /// <summary>栏目树。</summary>
    public required IReadOnlyList<FormColumn> Columns { get; init; }

    /// <summary>行。</summary>
    public required IReadOnlyList<FormRow> Rows { get; init; }

    /// <summary>无数据时的备注; null where the form has none.</summary>
    public required string? Nil { get; init; }

    /// <summary>表名及别名归一后，{Y} 已去除，长的在前。</summary>
    public required IReadOnlyList<string> Stems { get; init; }
}

/// <summary>编码的蕴含：rows whose code begins like this have these coordinates too.</summary>
public sealed record CodeImplication(string Code, Point Point);

/// <summary>版式：how a form is laid out.</summary>
public enum FormLayout
{
    /// <summary>收支两侧并列。</summary>
    Sides,

    /// <summary>按科目编码逐行。</summary>
    Codes,

    /// <summary>固定行名。</summary>
    Labels,

    /// <summary>仅一行数据。</summary>
    Single,

    /// <summary>一个绩效目标一张表。</summary>
    Objective,

    /// <summary>一行一个项目，指标逐行。</summary>
    Projects,

    /// <summary>名称与内容相间的项目绩效表，指标分级。</summary>
    Sheet,
}

/// <summary>栏目：a column or a group of columns.</summary>
public sealed record FormColumn(string Label, ColumnKind Kind, IReadOnlyList<FormColumn> Children)
{
    /// <summary>最下层各栏，连同从上到下的路径。</summary>
    public IEnumerable<FormLeaf> Leaves(IReadOnlyList<string> above) => Children.Count == 0
        ? [new FormLeaf(this, [.. above, Label])]
        : Children.SelectMany(c => c.Leaves([.. above, Label]));
}

/// <summary>最下层栏目，连同从上到下的路径。</summary>
public sealed record FormLeaf(FormColumn Leaf, IReadOnlyList<string> Path);

/// <summary>行：a fixed label, or the codes of a classification at the given lengths.</summary>
/// <param name="Label">Fixed label; empty for codes.</param>
/// <param name="Side">收入 or 支出 in a two-sided form; empty otherwise.</param>
/// <param name="Codes">Classification whose codes stand here; null for a label.</param>
/// <param name="Lengths">Lengths of the codes printed.</param>
/// <param name="Children">Rows below, which inherit the coordinates of this one.</param>
/// <param name="Optional">Whether it is only printed where it has an amount; its label ends in ? then.</param>
public sealed record FormRow(string Label, string Side, string? Codes, IReadOnlyList<int> Lengths, IReadOnlyList<FormRow> Children, bool Optional = false);

/// <summary>小节：a heading of the narrative with what it adds to the figures below and the sentences that it holds.</summary>
public sealed record SectionForm
{
    /// <summary>序号，按印出，如 （一）; empty for a heading without one.</summary>
    public required string Number { get; init; }

    /// <summary>标题，第一个用于书写。</summary>
    public required IReadOnlyList<string> Titles { get; init; }

    /// <summary>是否可以没有: places leave the section out or merge it with another.</summary>
    public required bool Optional { get; init; }

    /// <summary>是否逐项自述: figures below are items under names of their own (项目经费情况说明).</summary>
    public required bool Items { get; init; }

    /// <summary>始有年度; null where the section has always been there.</summary>
    public required int? Since { get; init; }

    /// <summary>标题所加的坐标; null where the words of the title decide.</summary>
    public required Point? At { get; init; }

    /// <summary>句式。</summary>
    public required IReadOnlyList<Sentence> Sentences { get; init; }

    /// <summary>无数据句。</summary>
    public required IReadOnlyList<NilSentence> Nils { get; init; }

    /// <summary>有数据时才写的句: the counterpart of <see cref="Nils"/>.</summary>
    public required IReadOnlyList<NilSentence> Stated { get; init; }

    /// <summary>逐项说明的句式。</summary>
    public required IReadOnlyList<EachSentence> Each { get; init; }

    /// <summary>各表是否印在本节之后。</summary>
    public required bool Tables { get; init; }

    /// <summary>应予解释的名词。</summary>
    public required IReadOnlyList<string> Terms { get; init; }

    /// <summary>下级小节。</summary>
    public required IReadOnlyList<SectionForm> Children { get; init; }

    /// <summary>标题归一后的写法。</summary>
    public required IReadOnlyList<string> Folded { get; init; }

    /// <summary>本节及其下各节。</summary>
    public IEnumerable<SectionForm> SelfAndBelow() => Children.SelectMany(c => c.SelfAndBelow()).Prepend(this);
}

/// <summary>无数据句：the sentence and the point of which it says that there is none.</summary>
public sealed record NilSentence(Point Point, Sentence Sentence);

/// <summary>逐项句：printed once for every code (of a classification, at a length) or project of which there is money.</summary>
/// <param name="Of">functions or projects.</param>
/// <param name="Length">Digits of the codes; 0 for projects.</param>
/// <param name="Sentence">The sentence.</param>
public sealed record EachSentence(string Of, int Length, Sentence Sentence);
