using System.Data.Common;

namespace Mingzhang.Ledger.Storage;

/// <summary>数据库：all that differs between one file and a server; every statement but these is the same on both.</summary>
internal interface IDatabase
{
    /// <summary>地址，不含口令。</summary>
    string Address { get; }

    /// <summary>连接串，含口令：for a library that connects by itself; never shown.</summary>
    string Connecting { get; }

    /// <summary>连接所用的驱动。</summary>
    DbProviderFactory Driver { get; }

    /// <summary>打开连接。</summary>
    DbConnection Open();

    /// <summary>打开只读的连接：one that cannot change anything, and keeps little, since there are many.</summary>
    DbConnection OpenReading();

    /// <summary>开始写：one writer at a time, the others wait. Where it <see cref="LocksChains"/> and one is named, only those who write to the same chain or to all of them wait.</summary>
    DbTransaction BeginWrite(DbConnection connection, string? chain = null);

    /// <summary>开始写，锁随后取: the transaction as above, of which the statements that take the lock are still to be sent, before or together with the first of those who write. None where beginning takes it.</summary>
    DbTransaction BeginWrite(DbConnection connection, string? chain, out IReadOnlyList<Parametrised> locking);

    /// <summary>能否同时写不同的链。</summary>
    bool LocksChains { get; }

    /// <summary>开始读：what is read is of one moment.</summary>
    DbTransaction BeginRead(DbConnection connection);

    /// <summary>建立守护的语句文件：what forbids changing the journal.</summary>
    string GuardScript { get; }

    /// <summary>应有的守护。</summary>
    IReadOnlyList<string> Guards { get; }

    /// <summary>查现有守护的语句: one name a row.</summary>
    string GuardQuery { get; }

    /// <summary>查表是否存在的语句, with the parameter @name.</summary>
    string TableQuery { get; }

    /// <summary>联机备份到文件; false where the database has no such copy and its journal is exported instead.</summary>
    bool CopyTo(DbConnection connection, string file);
}
