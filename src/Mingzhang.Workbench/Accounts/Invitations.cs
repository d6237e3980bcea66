using System.Security.Cryptography;

namespace Mingzhang.Workbench.Accounts;

/// <summary>邀请：nobody makes himself an account; who is invited gets a code that serves once and for some days.</summary>
internal sealed class Invitations(AccountRows rows)
{
    private const int Days = 7;

    // What was promised by a clock that has been set back since is not good for a year.
    private string Last => AccountRows.Text(rows.Now.AddDays(Days).AddHours(1));

    /// <summary>发出，返回代码; it is shown once and only its hash is kept.</summary>
    public string Invite(string by, string name)
    {
        var code = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(20));
        rows.Write(s =>
        {
            s.Run("DELETE FROM work_invitation WHERE name = @name OR ends < @now", ("name", name), ("now", AccountRows.Text(rows.Now)));
            rows.Log(s, by, "invite", name);
            return s.Run("INSERT INTO work_invitation (code, name, invited_by, ends) VALUES (@code, @name, @by, @ends)", ("code", AccountStore.Hash(code)), ("name", name), ("by", by), ("ends", AccountRows.Text(rows.Now.AddDays(Days))));
        });
        return code;
    }

    /// <summary>代码所邀请的人; null where it is none, used or too old.</summary>
    public string? Invited(string code) => rows.Read(s => s.Rows("SELECT name FROM work_invitation WHERE code = @code AND ends >= @now AND ends <= @last", r => r.GetString(0), ("code", AccountStore.Hash(code)), ("now", AccountRows.Text(rows.Now)), ("last", Last)).FirstOrDefault());

    /// <summary>用掉; false where somebody has been quicker.</summary>
    public bool Use(string code) => rows.Write(s => s.Run("DELETE FROM work_invitation WHERE code = @code", ("code", AccountStore.Hash(code))) == 1);

    /// <summary>尚未使用的邀请。</summary>
    public IReadOnlyList<string> Open() => rows.Read(s => s.Rows("SELECT name FROM work_invitation WHERE ends >= @now AND ends <= @last ORDER BY name", r => r.GetString(0), ("now", AccountRows.Text(rows.Now)), ("last", Last)));
}
