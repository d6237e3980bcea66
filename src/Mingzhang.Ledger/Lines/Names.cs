using Mingzhang.Forms;

namespace Mingzhang.Ledger.Lines;

/// <summary>成员的名称：how messages call a fund.</summary>
internal static class Names
{
    public static string Fund(string key) => Library.Standard.Space.Member("fund", key)?.Chinese ?? key;

    public static string FundEnglish(string key) => Library.Standard.Space.Member("fund", key)?.English ?? key;
}
