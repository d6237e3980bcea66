using Mingzhang.Budget;
using Mingzhang.Rules.Pairs;
using static Mingzhang.Tests.Rules.Pairs.SeveralDocuments;

namespace Mingzhang.Tests.Rules.Pairs;

/// <summary>配对试验：what belongs together by entity, year, kind and scope, and what is refused with its reason.</summary>
public class PairingTests
{
    [Theory]
    [InlineData("云溪市档案局", "云溪市档案局", true)]
    [InlineData("中共云溪市委办公室", "云溪市委办公室", true)]
    [InlineData("云溪市青石区人民政府万里街道办事处", "万里街道办事处", true)]
    [InlineData("云溪市档案局（本级）", "云溪市档案局", true)]
    [InlineData("云溪市档案局", "云溪市统计局", false)]
    [InlineData("云溪市青石区档案局", "云溪市档案局", false)]
    [InlineData("云溪市档案局", null, false)]
    [InlineData("云溪市地方志档案局", "档案局", false)]
    public void One_entity_may_be_printed_with_more_or_less_of_its_place(string one, string? other, bool same) => Assert.Equal(same, EntityNames.Same(one, other));

    [Theory]
    [InlineData("云溪市档案局下属云溪市档案馆一家事业单位。", 2)]
    [InlineData("部门预算包括本部以及下属 5 家预算单位。", 6)]
    [InlineData("纳入云溪市档案局2026年部门预算编制范围的二级预算单位共12个。", 12)]
    [InlineData("纳入本部门预算汇编范围的独立核算单位共三家。", 3)]
    [InlineData("云溪市档案局内设办公室等五个处室。", null)]
    public void The_number_of_units_is_what_the_document_says(string text, int? units) =>
        Assert.Equal(units, EntityNames.UnitsNamed(Documents.Read($"云溪市档案局2026年部门预算情况说明\n\n一、单位基本情况\n\n{text}\n")));

    [Theory]
    [InlineData(PairRole.Previous, Last, null)]
    [InlineData(PairRole.Previous, Final, "与所查文件同为 2026 年度，不是上年文件")]
    [InlineData(PairRole.Previous, Now, "与所查文件内容完全相同")]
    [InlineData(PairRole.Previous, "云溪市统计局2025年部门预算情况说明\n\n支出预算：2025年年初预算数1.00万元。\n", "主体不同：所查文件为“云溪市档案局”，该文件为“云溪市统计局”")]
    [InlineData(PairRole.Previous, "云溪市档案局2024年部门预算情况说明\n\n支出预算：2024年年初预算数1.00万元。\n", "该文件为 2024 年度，应为 2025 年度")]
    [InlineData(PairRole.Previous, "云溪市档案局2025年单位预算情况说明\n\n支出预算：2025年年初预算数1.00万元。\n", "口径不同：一份是部门的，一份是单位的")]
    [InlineData(PairRole.Final, Final, null)]
    [InlineData(PairRole.Final, LastFinal, "该文件为 2025 年度，应为 2026 年度")]
    [InlineData(PairRole.Final, Last, "该文件为 2025 年度，应为 2026 年度")]
    [InlineData(PairRole.Unit, Unit, null)]
    [InlineData(PairRole.Unit, Headquarters, null)]
    [InlineData(PairRole.Unit, "云溪市图书馆2026年单位预算情况说明\n\n支出预算：2026年年初预算数1.00万元。\n", "“云溪市图书馆”不像是“云溪市档案局”的所属单位：两份文件都没有提到对方")]
    public void What_does_not_belong_is_refused_with_its_reason(PairRole role, string other, string? why)
    {
        var fitting = Fitting.Of(role, Documents.Read(Now), Documents.Read(other));
        Assert.Equal((why is null, why ?? fitting.Why.Chinese), (fitting.Fits, fitting.Why.Chinese));
        Assert.NotEmpty(fitting.Why.English);
    }

    [Fact]
    public void Documents_of_a_folder_find_each_other_and_each_pair_is_told_once()
    {
        List<Disclosure> all = [.. new[] { Now, Last, Unit, Headquarters, Final, LastFinal }.Select((t, i) => Documents.Read(t, $"{i}.txt"))];
        Assert.Equal(
            [
                "Previous 1.txt, Unit 2.txt, Unit 3.txt, Final 4.txt",
                "Final 5.txt, Next 0.txt",
                "Department 0.txt",
                "Department 0.txt",
                "Previous 5.txt, Budget 0.txt",
                "Budget 1.txt, Next 4.txt",
            ], all.Select(d => string.Join(", ", Matching.Of(d, all).Select(c => $"{c.File.Role} {c.File.File}"))));
        Assert.All(all.SelectMany(d => Matching.Of(d, all)), c => Assert.Equal(c.File.Role is PairRole.Next or PairRole.Final or PairRole.Department, c.Disclosure is null));
    }

    [Fact]
    public void A_document_that_belongs_to_no_other_says_why()
    {
        var alone = Documents.Read(Now);
        var why = Assert.Single(Matching.Of(alone, [alone, Documents.Read("云溪市统计局2025年部门预算情况说明\n")]));
        Assert.Equal(PairRole.None, why.File.Role);
        Assert.StartsWith("其中没有同一主体的上年文件", why.File.Evidence.Chinese, StringComparison.Ordinal);
    }
}
