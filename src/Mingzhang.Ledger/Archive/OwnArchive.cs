using System.Data.Common;
using Mingzhang.Ledger.Storage;

namespace Mingzhang.Ledger.Archive;

/// <summary>账库里的档案：the archive of the ledger's own database, filed into in the transaction of the ledger, so that what is published is filed or nothing is.</summary>
internal sealed class OwnArchive : IDisposable
{
    private readonly Statements _statements;
    private readonly DbConnection _connection;
    private readonly DbTransaction _transaction;

    private OwnArchive(Statements statements, DbConnection connection, DbTransaction transaction, string stamp)
    {
        (_statements, _connection, _transaction) = (statements, connection, transaction);
        Filing = new Filing(connection, transaction, statements, stamp);
    }

    public Filing Filing { get; }

    /// <summary>打开，没有则建立; null where a newer program made it.</summary>
    public static OwnArchive? In(IDatabase database, DbConnection connection, DbTransaction transaction, string at)
    {
        // Of their own: what is prepared here is not asked again by the ledger.
        var statements = new Statements(connection, transaction);
        var stamp = at[..19] + "Z";
        var (present, lacking) = Migrations.Archive.Of(database, statements);
        if (present > Migrations.Archive.Newest)
        {
            statements.Dispose();
            return null;
        }

        if (lacking.Count > 0)
        {
            ArchiveStructure.Raise(database, statements, stamp);
        }

        return new OwnArchive(statements, connection, transaction, stamp);
    }

    /// <summary>搬入一个文件里的档案; one that holds documents already keeps its own.</summary>
    public void Take(string file)
    {
        if (_statements.Rows("SELECT id FROM archive_document LIMIT 1", _ => true).Count == 0)
        {
            ArchiveCopy.Into(file, _connection, _transaction);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _statements.Dispose();
}
