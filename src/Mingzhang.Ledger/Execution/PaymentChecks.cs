namespace Mingzhang.Ledger.Execution;

/// <summary>单笔的检查：what can be seen of one entry by itself.</summary>
internal static class PaymentChecks
{
    /// <summary>没有读懂的金额: told already; what else is wrong is told beside it.</summary>
    public const long Unread = -(1L << 60);

    private const int Longest = 200;

    public static void Amount(long fen, Action<string, Problem> fault)
    {
        if (fen is <= 0 and not Unread)
        {
            fault("fen", fen == 0 ? Problem.Of("金额是零", "the amount is zero", "没有金额的不必登记", "what has no amount need not be entered")
                : Problem.Of($"金额 {Lines.Fen.Yuan(fen)} 元是负数", $"the amount {Lines.Fen.Yuan(fen)} yuan is negative", "退款另记一笔，写明所冲回的凭证号", "enter a refund of its own that names the voucher it takes back"));
        }
    }

    public static void Text(string field, string text, bool required, Action<string, Problem> fault)
    {
        if (required && text.Trim().Length == 0)
        {
            fault(field, Problem.Of("没有凭证号", "the voucher number is missing", "请填写", "give it"));
        }
        else if (text.Length > Longest || text.Any(char.IsControl))
        {
            fault(field, Problem.Of($"有 {text.Length} 个字，过长，或含有不可见的符号", $"has {text.Length} characters, too many, or holds a character that is none", $"至多 {Longest} 个字", $"at most {Longest} characters"));
        }
    }
}
