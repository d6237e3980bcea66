using System.Globalization;

namespace Mingzhang.Ledger.Storage;

/// <summary>字段：a column of a table; whole ones hold integers (money in 分, years, counts, flags), all others text.</summary>
internal sealed record Field(string Key, string Chinese, bool Whole = false);

/// <summary>记录种类：one table of the ledger, as data: storage, journal, replay and export need no code for each.</summary>
/// <param name="Key">Name of the table.</param>
/// <param name="Chinese">Name for people.</param>
/// <param name="English">The same in English.</param>
/// <param name="Fields">Its columns.</param>
/// <param name="Fixed">Whether a record is only ever added: what was wrong is taken back by another one.</param>
internal sealed record RecordKind(string Key, string Chinese, string English, IReadOnlyList<Field> Fields, bool Fixed = false)
{
    /// <inheritdoc/>
    public override string ToString() => Key;
}

/// <summary>记录：one row. Empty text and zero are not kept among the values, so that two equal rows are written alike.</summary>
/// <param name="Kind">Its table.</param>
/// <param name="Id">Its key in the table.</param>
/// <param name="Chain">The chain of the journal that tells its changes: a unit, or a department.</param>
/// <param name="Values">Text by field.</param>
/// <param name="Version">Number of the journal entry that last changed it; 0: not stored yet.</param>
internal sealed record StoredRecord(RecordKind Kind, string Id, string Chain, IReadOnlyDictionary<string, string> Values, long Version)
{
    /// <summary>字段的文字; empty where there is none.</summary>
    public string this[string field] => Values.GetValueOrDefault(field, "");

    /// <summary>字段的整数; 0 where there is none.</summary>
    public long Whole(string field) => Values.TryGetValue(field, out var text) ? long.Parse(text, CultureInfo.InvariantCulture) : 0;

    /// <summary>字段的是否。</summary>
    public bool Is(string field) => Whole(field) != 0;

    /// <summary>记录的文字, as the journal keeps it.</summary>
    public string Body => RecordText.Write(Kind, Values);
}

/// <summary>记录的构造：collects values, leaving out what is empty.</summary>
internal sealed class RecordValues
{
    // As many as a line has at most, so that none grows while it is filled.
    private const int Expected = 19;

    private readonly Dictionary<string, string> _values = new(Expected, StringComparer.Ordinal);

    public RecordValues Set(string field, string value)
    {
        if (value.Length > 0)
        {
            _values[field] = value;
        }

        return this;
    }

    public RecordValues Set(string field, long value) => value == 0 ? this : Set(field, value.ToString(CultureInfo.InvariantCulture));

    public RecordValues Set(string field, bool value) => Set(field, value ? 1 : 0);

    public StoredRecord As(RecordKind kind, string id, string chain, long version) => new(kind, id, chain, _values, version);
}
