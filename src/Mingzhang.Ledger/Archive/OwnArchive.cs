using System.Data.Common;
using Mingzhang.Ledger.Storage;

namespace Mingzhang.Ledger.Archive;

/// <summary>账库里的档案：the archive of the ledger's own database, filed into in the transaction of the ledger, so that what is published is filed or nothing is.</summary>
internal sealed class OwnArchive : IDisposable
{
    private readonly Statements _statements;

    private OwnArchive(Statements statements, Filing filing)
    {
        _statements = statements;
        Filing = filing;
    }

    public Filing Filing { get; }

    /// <summary>打开，没有则建立; null where a newer program made it.</summary>
    public static OwnArchive? In(IDatabase database, DbConnection connection, DbTransaction transaction, string at)
    {
        // Of their own: what is prepared here is not asked again by the ledger.
        var statements = new Statements(connection, transaction);
        var stamp = at[..19] + "Z";
        var present = ArchiveSchema.Of(database, statements);
        if (present > ArchiveSchema.Newest)
        {
            statements.Dispose();
            return null;
        }

        if (present < ArchiveSchema.Newest)
        {
            ArchiveSchema.Raise(database, statements, stamp);
        }

        return new OwnArchive(statements, new Filing(connection, transaction, statements, stamp));
    }

    /// <inheritdoc/>
    public void Dispose() => _statements.Dispose();
}
