namespace Mingzhang.Workbench.Accounts;

/// <summary>已用的质询：what a device answered serves once, on every node; a device need not count its answers, so the counter alone does not show it.</summary>
internal sealed class Spent(AccountRows rows)
{
    private const int Hours = 1;

    /// <summary>用掉; false where it was used before.</summary>
    public bool Use(string answer) => rows.Write(s =>
    {
        s.Run("DELETE FROM work_spent WHERE ends < @now", ("now", AccountRows.Text(rows.Now)));
        return s.Run("INSERT INTO work_spent (mark, ends) VALUES (@mark, @ends) ON CONFLICT (mark) DO NOTHING", ("mark", AccountStore.Hash(answer)), ("ends", AccountRows.Text(rows.Now.AddHours(Hours)))) == 1;
    });
}
