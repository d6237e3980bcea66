namespace Mingzhang.Ledger.Storage;

/// <summary>与数据库之间是否加密：a file, a socket and the machine itself need no encryption; across a network it is the server that says whether a connection has it.</summary>
internal static class Encryption
{
    /// <summary>是否无须担心。</summary>
    public static bool Holds(IDatabase database, Statements statements) => database is not PostgresDatabase || statements.Rows("""
        SELECT COALESCE((SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()), false) OR inet_server_addr() IS NULL OR host(inet_server_addr()) IN ('127.0.0.1', '::1')
        """, r => r.GetBoolean(0))[0];
}
