namespace Mingzhang.Ledger.Storage;

/// <summary>一次读取：records as they are at one moment.</summary>
internal class Reading(Statements statements, Memory memory)
{
    public Statements Statements { get; } = statements;

    /// <summary>账库以前的读写所记得的。</summary>
    public Memory Memory { get; } = memory;

    /// <summary>按键取一条; null where there is none.</summary>
    public StoredRecord? Find(RecordKind kind, string id) => Statements.Records(kind, ("id", id)).FirstOrDefault();

    /// <summary>取全部，或按字段的值。</summary>
    public IReadOnlyList<StoredRecord> All(RecordKind kind, params (string Field, object Value)[] where) => Statements.Records(kind, where);
}
