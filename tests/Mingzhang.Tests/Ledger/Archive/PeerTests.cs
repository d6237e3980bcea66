using System.Globalization;

namespace Mingzhang.Tests.Ledger.Archive;

/// <summary>同类与执行：what is chosen for comparison, and from which figures.</summary>
public class PeerTests
{
    public static TheoryData<string> Both => Databases.Both;

    [Theory]
    [MemberData(nameof(Both))]
    public void Peers_have_the_same_largest_function_and_nearly_the_same_size(string kind)
    {
        using var store = Archives.Of(kind, [.. Enumerable.Range(1, 6).Select(i => Of("试点" + (char)('A' + i) + "局", 100 * i, 20)), Of("教育Z局", 20, 300)]);
        var own = store.Read(a => a.Documents(2024).Single(d => d.Body!.Name.Contains("试点C", StringComparison.Ordinal)));
        var peers = store.Read(a => a.Peers(own, 2, 10));
        Assert.Equal(["100", "200", "300", "400"], peers.Select(p => (p.Headline.Fen / 1_000_000).ToString(CultureInfo.InvariantCulture)));
        Assert.All(peers, p => Assert.Equal("206", p.Headline.Item));
        Assert.Equal(2, store.Read(a => a.Peers(own, 2, 2)).Count);
    }

    [Fact]
    public void The_plan_and_the_result_of_a_final_account_are_of_one_scope()
    {
        using var store = Archives.Of("sqlite", Portal.PortalFixture.FinalAccount);
        var figures = store.Read(a => a.Headlines(Archives.Only(store))).ToDictionary(h => h.Item, h => h.Fen, StringComparer.Ordinal);
        Assert.Equal((2_000_000_000, 1_900_000_000), (figures["planned"], figures["spent"]));
        Assert.False(figures.ContainsKey("revised"));
    }

    private static string Of(string name, int science, int education) => $"""
        云溪区{name}2024年部门预算情况说明

        一、部门收支总体情况

        支出预算：2024年年初预算数{science + education}万元，其中：科学技术支出{science}万元，教育支出{education}万元。
        """;
}
