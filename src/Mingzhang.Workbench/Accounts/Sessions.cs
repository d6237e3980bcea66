using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;

namespace Mingzhang.Workbench.Accounts;

/// <summary>已登录的设备：a session is kept here and not in the cookie, which holds its key alone; so it can be listed, and ended from elsewhere.</summary>
internal sealed class Sessions(AccountRows rows, Secrets secrets, IHttpContextAccessor visits) : ITicketStore
{
    private const int LongestDevice = 120;

    /// <summary>会话的编号，在登录信息中。</summary>
    public const string Claim = "mingzhang.session";

    /// <inheritdoc/>
    public Task<string> StoreAsync(AuthenticationTicket ticket)
    {
        var key = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
        var id = IdOf(key);
        Mark(ticket, id);
        var device = visits.HttpContext?.Request.Headers.UserAgent.ToString() ?? "";
        var now = AccountRows.Text(rows.Now);
        rows.Write(s =>
        {
            // Whoever has gone long ago is not kept.
            s.Run("DELETE FROM work_session WHERE ends < @now", ("now", now));
            return s.Run("INSERT INTO work_session (id, account, ticket, made, seen, ends, device) VALUES (@id, @account, @ticket, @now, @now, @ends, @device)", ("id", id), ("account", Account(ticket)), ("ticket", Text(ticket)),
                ("now", now), ("ends", Ends(ticket)), ("device", device.Length <= LongestDevice ? device : device[..LongestDevice]));
        });
        return Task.FromResult(key);
    }

    /// <inheritdoc/>
    public Task RenewAsync(string key, AuthenticationTicket ticket)
    {
        // Whoever is looked up anew comes without the number of his session; a session that somebody laid into the browser does not become another's.
        Mark(ticket, IdOf(key));
        return Task.FromResult(rows.Write(s => s.Run("UPDATE work_session SET ticket = @ticket, seen = @now, ends = @ends WHERE id = @id AND account = @account", ("id", IdOf(key)), ("account", Account(ticket)), ("ticket", Text(ticket)), ("now", AccountRows.Text(rows.Now)), ("ends", Ends(ticket)))));
    }

    /// <inheritdoc/>
    public Task<AuthenticationTicket?> RetrieveAsync(string key)
    {
        var kept = rows.Read(s => s.Rows("SELECT ticket FROM work_session WHERE id = @id AND ends >= @now", r => r.GetString(0), ("id", IdOf(key)), ("now", AccountRows.Text(rows.Now))).FirstOrDefault());
        var ticket = kept is null ? null : TicketSerializer.Default.Deserialize(Convert.FromBase64String(secrets.Unprotect(kept)));

        // A session from the future would last, and be looked up anew, who knows when.
        return Task.FromResult(ticket?.Properties.IssuedUtc is { } issued && rows.Ahead(issued) ? null : ticket);
    }

    /// <inheritdoc/>
    public Task RemoveAsync(string key) => Task.FromResult(rows.Write(s => s.Run("DELETE FROM work_session WHERE id = @id", ("id", IdOf(key)))));

    /// <summary>一个账号的全部会话，最近的在前。</summary>
    public IReadOnlyList<Session> Of(string account) => rows.Read(s => s.Rows("SELECT id, made, seen, device FROM work_session WHERE account = @account AND ends >= @now ORDER BY seen DESC",
        r => new Session(r.GetString(0), r.GetString(1), r.GetString(2), r.GetString(3)), ("account", account), ("now", AccountRows.Text(rows.Now))));

    /// <summary>结束一个会话; only one's own.</summary>
    public void End(string account, string id) => rows.Write(s => s.Run("DELETE FROM work_session WHERE id = @id AND account = @account", ("id", id), ("account", account)));

    /// <summary>结束全部会话，保留一个。</summary>
    public void EndOthers(string account, string kept) => rows.Write(s => s.Run("DELETE FROM work_session WHERE account = @account AND id <> @kept", ("account", account), ("kept", kept)));

    // Who reads the database finds no key that would let him in.
    private static string IdOf(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));

    private static void Mark(AuthenticationTicket ticket, string id)
    {
        if (!ticket.Principal.HasClaim(Claim, id))
        {
            ((ClaimsIdentity)ticket.Principal.Identity!).AddClaim(new Claim(Claim, id));
        }
    }

    private string Text(AuthenticationTicket ticket) => secrets.Protect(Convert.ToBase64String(TicketSerializer.Default.Serialize(ticket)));

    private string Ends(AuthenticationTicket ticket) => AccountRows.Text(ticket.Properties.ExpiresUtc ?? rows.Now.AddHours(12));

    private static string Account(AuthenticationTicket ticket) => ticket.Principal.FindFirstValue(ClaimTypes.NameIdentifier) ?? "";
}

/// <summary>一个会话。</summary>
internal sealed record Session(string Id, string Made, string Seen, string Device);
