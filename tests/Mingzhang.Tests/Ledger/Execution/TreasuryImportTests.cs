using Mingzhang.Ledger.Execution;
using Mingzhang.Ledger.Imports;
using Mingzhang.Ledger.Storage;

namespace Mingzhang.Tests.Ledger.Execution;

/// <summary>国库导出：rows become payments and receipts, or every fault is told by its cell.</summary>
public class TreasuryImportTests
{
    private const string Head = "预算单位,支付日期,支付凭证号,资金性质,功能科目,经济科目,项目编码,支付金额(元),收款人,原凭证号\n";

    [Fact]
    public void Payments_find_their_allotments_by_codes_and_a_refund_its_payment()
    {
        using var hands = Executing.Replied(Databases.Fresh("sqlite"));
        Assert.Empty(Executing.Import(hands, Head
            + "700001 本级,2026/3/5,Z1,一般公共预算资金,2012601 行政运行,30201,,\"1,000.50\",云溪文具,\n"
            + "700001,20260306,Z2,111,,,P1,2000,云溪建设,\n"
            + "700001,2026年4月1日,Z3,,2012601,30201,,0.50,云溪文具,Z1\n合计,,,,,,,3000.00,,\n"));
        Assert.Equal([100050L, 200000, -50], hands.Store.Read(r => Payments.Of(r, Executing.Of(r))).Select(p => p.Whole("fen")));
        Assert.Equal([3L, 3, 4], hands.Store.Read(r => Payments.Of(r, Executing.Of(r))).Select(p => p.Whole("month")));
    }

    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgres")]
    public void Every_fault_is_told_at_once_by_its_cell_and_nothing_is_imported(string kind)
    {
        using var hands = Executing.Replied(Databases.Fresh(kind));
        Executing.Pay(hands, Executing.Paying(Executing.Allotment(hands, "30201"), "Z0", 1));
        hands.Do(w => YearEnd.Month(w, Executing.Of(w), 1), Hands.Clerk);
        var faults = Executing.Import(hands, Head
            + "700009,2026-03-05,A1,,2012601,30201,,1,,\n"
            + "700001,2025-03-05,A2,,2012601,30201,,1,,\n"
            + "700001,2026-01-05,A3,,2012601,30201,,1,,\n"
            + "700001,三月五日,A4,,2012601,30201,,1,,\n"
            + "700001,2026-03-05,Z0,,2012601,30201,,1,,\n"
            + "700001,2026-03-05,A6,,2012601,30201,,250000.01,,\n"
            + "700001,2026-03-05,A7,,2012601,30201,,-5,,\n"
            + "700001,2026-03-05,A8,,2012601,30201,,0,,\n"
            + "700001,2026-03-05,A9,,2012601,30201,,五元,,\n"
            + "700001,2026-03-05,B1,,2012061,30201,,1,,\n"
            + "700001,2026-03-05,B2,,2012601,30227,,1,,\n"
            + "700001,2026-03-05,B3,,,,P7,1,,\n"
            + "700001,2026-03-05,B4,甲资金,2012601,30201,,1,,\n"
            + "700001,2026-03-05,B5,,2012601,,,1,,\n"
            + "700001,2026-03-05,B6,,2012601,30201,,1,,Q9\n"
            + "700001,2026-03-05,B7,,2012601,30201,,1,,\n"
            + "700001,2026-03-05,B7,,2012601,30201,,1,,\n");
        Assert.Equal(["A2", "B3", "B4", "B5", "C6", "H7", "H8", "H9", "H10", "E11", "E12", "G13", "D14", "E15", "J16", "C18"], faults.Select(f => f.At!.Letters + f.At.Row));
        Assert.Contains("2012601", faults[9].Remedy.Chinese, StringComparison.Ordinal);
        Assert.Single(hands.Store.Read(r => r.All(Kinds.Payment)));
    }

    [Fact]
    public void All_that_is_wrong_in_one_row_is_told()
    {
        using var hands = Executing.Replied(Databases.Fresh("sqlite"));
        Executing.Pay(hands, Executing.Paying(Executing.Allotment(hands, "30201"), "Z0", 1));
        var faults = Executing.Import(hands, Head + "700001,三月,Z0,甲资金,2012061,30201 茶水费,,\"1,2\",,\n700001,2025-03-05,,,2012601,30201,,五元,,\n");
        Assert.Equal(["H2", "D2", "E2", "B2", "C2", "H3", "B3", "C3"], faults.Where(f => f.At!.Letters != "F").Select(f => f.At!.Letters + f.At.Row));
        Assert.Contains(faults, f => f.At!.Letters + f.At.Row == "F2");
        Assert.Single(hands.Store.Read(r => r.All(Kinds.Payment)));
    }

    [Fact]
    public void An_export_twice_is_refused_row_by_row()
    {
        using var hands = Executing.Replied(Databases.Fresh("sqlite"));
        var export = Head + "700001,2026-03-05,Z1,,2012601,30201,,1,,\n700001,2026-03-05,Z2,,2012601,30201,,1,,\n";
        Assert.Empty(Executing.Import(hands, export));
        Assert.Equal(["C2", "C3"], Executing.Import(hands, export).Select(f => f.At!.Letters + f.At.Row));
        Assert.Equal(2, hands.Store.Read(r => r.All(Kinds.Payment)).Count);
    }

    [Fact]
    public void Receipts_come_by_source_and_a_kept_mapping_names_their_columns()
    {
        using var hands = Executing.Replied(Databases.Fresh("sqlite"));
        const string Rows = "单位代码\t到账\t流水\t来源\t功能科目\t到账额(万元)\n700001\t2026-02-01\tS1\t一般公共预算\t2012601\t150\n700001\t2026-02-02\tS2\t其他收入\t2012601\t0.0001\n";
        hands.Do(w => w.Put(new RecordValues().Set("name", "国库").Set("columns", "unit: 单位代码\nday: 到账\nvoucher: 流水\nfund: 来源\nfunction: 功能科目\namount: 到账额(万元)\n").As(Kinds.Mapping, "国库", "common", 0)));
        hands.Do(w => TreasuryImport.Run(w, Documents.Library, CsvGrid.Read(Rows)!, new ImportRequest("到账.tsv", Hands.Year, "", null, Map: "国库"), receipts: true), Hands.Clerk);
        Assert.Equal([("general", 1_500_000_00L), ("other", 100L)], hands.Store.Read(r => Receipts.Of(r, Executing.Of(r))).Select(r => (r["fund"], r.Whole("fen"))));
        var faults = Executing.Import(hands, "单位,收款日期,凭证号,资金性质,功能科目,金额(元),原凭证号\n700001,2026-02-03,S3,财政拨款,2012601,5,\n700001,2026-02-03,S4,其他收入,2012699999,5,\n700001,2026-02-03,S5,其他收入,2012601,5,S1\n700001,2026-02-03,S1,其他收入,2012601,5,\n", receipts: true);
        Assert.Equal(["D2", "E3", "F4", "C5"], faults.Select(f => f.At!.Letters + f.At.Row));
    }
}
