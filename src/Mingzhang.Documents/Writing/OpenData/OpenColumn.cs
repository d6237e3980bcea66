using System.Globalization;
using Mingzhang.Budget;
using Mingzhang.Forms;
using Mingzhang.Forms.Codes;

namespace Mingzhang.Documents.Writing.OpenData;

/// <summary>开放数据的一列。</summary>
/// <param name="Name">Key.</param>
/// <param name="Title">In words.</param>
/// <param name="Type">string, number, integer or boolean.</param>
/// <param name="Fiscal">Type of the Fiscal Data Package; null where it has none.</param>
/// <param name="Of">The value for one statement; empty where it has none.</param>
internal sealed record OpenColumn(string Name, string Title, string Type, string? Fiscal, Func<Statement, string> Of)
{
    /// <summary>各列：the statement, every coordinate by code and name, the value with unit and precision, the place.</summary>
    public static IReadOnlyList<OpenColumn> All(Library library, Disclosure disclosure)
    {
        var facts = disclosure.Facts;
        return
        [
            new("id", "编号", "string", null, s => s.Id),
            new("kind", "种类", "string", null, s => s.Kind),
            new("publisher", "公开主体", "string", "administrative-classification:generic:level1:label", _ => facts.Entity ?? ""),
            .. library.Space.Dimensions.SelectMany(d => Coordinate(library, d, facts.Year ?? 0)),
            new("amount", "金额（元）", "number", "value", s => s is AmountStatement { Amount: { } a } ? Number(a.Yuan) : s is AmountStatement { Blank: true } ? "" : s is ChangeStatement { Amount: { } c } change ? Number(change.Direction == Direction.Decrease ? -c.Yuan : c.Yuan) : ""),
            new("currency", "币种", "string", "value-currency:code", s => s is AmountStatement or ChangeStatement { Amount: not null } ? "CNY" : ""),
            new("printed_unit", "印出单位", "string", null, s => Printed(s)?.Unit.Name ?? (s is CountStatement n ? n.Unit : "")),
            new("precision", "精度（元）", "number", null, s => Printed(s) is { } a ? Number(a.Half * 2) : ""),
            new("percent", "百分比", "number", null, s => s switch
            {
                ShareStatement p => Number(p.Percent.Value),
                CompletionStatement p => Number(p.Percent.Value),
                ChangeStatement { Percent: { } p } c => Number(c.Direction == Direction.Decrease ? -p.Value : p.Value),
                _ => "",
            }),
            new("count", "数量", "number", null, s => s is CountStatement n ? Number(n.Number) : ""),
            new("base_year", "比较年度", "integer", null, s => s is ChangeStatement c ? c.Base.Year.ToString(CultureInfo.InvariantCulture) : ""),
            new("base_phase", "比较阶段", "string", null, s => s is ChangeStatement c ? c.Base.Phase.Key : ""),
            new("blank", "空白格", "boolean", null, s => s is AmountStatement { Blank: true } ? "true" : "false"),
            new("printed", "原文", "string", null, s => s.Raw),
            new("section", "部分", "string", null, s => s.Place.Section ?? ""),
            new("table", "表", "string", null, s => s.Place.Table ?? ""),
            new("row", "行", "string", null, s => s.Place.Row ?? ""),
            new("column", "栏", "string", null, s => s.Place.Column ?? ""),
        ];
    }

    /// <summary>一类编码的目录; null where the dimension has none.</summary>
    public static Catalogue? Catalogue(Library library, string dimension) =>
        library.Catalogues.GetValueOrDefault(dimension switch { "function" => "functions", "economic" => "economic-department", "government-economic" => "economic-government", _ => "" });

    /// <summary>数的写法：exact, without needless zeros.</summary>
    public static string Number(decimal value) => value.ToString("0.############", CultureInfo.InvariantCulture);

    private static IEnumerable<OpenColumn> Coordinate(Library library, Dimension dimension, int year)
    {
        var name = dimension.Key.Replace('-', '_');
        yield return new OpenColumn(name, dimension.Chinese, dimension.Key == "year" ? "integer" : "string", dimension.Key switch
        {
            "year" => "date:fiscal-year",
            "phase" => "phase:id",
            "function" => "functional-classification:generic:level1:code:full",
            "economic" => "economic-classification:generic:level1:code:full",
            "fund" => "fin-source:generic:level1:code:full",
            _ => null,
        }, s => s.Point[dimension]?.Key ?? "");
        if (dimension.Kind == DimensionKind.Open)
        {
            yield break;
        }

        var catalogue = Catalogue(library, dimension.Key);
        yield return new OpenColumn(name + "_name", dimension.Chinese + "名称", "string", dimension.Key switch
        {
            "phase" => "phase:label",
            "function" => "functional-classification:generic:level1:label",
            "economic" => "economic-classification:generic:level1:label",
            "fund" => "fin-source:generic:level1:label",
            _ => null,
        }, s => s.Point[dimension] is { } member ? catalogue?.Find(member.Key, year)?.Name ?? member.Chinese : "");
    }

    private static Amount? Printed(Statement statement) => statement switch
    {
        AmountStatement a => a.Amount,
        ChangeStatement c => c.Amount,
        _ => null,
    };
}
