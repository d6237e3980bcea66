using System.Globalization;
using Mingzhang.Ledger.Archive;
using Mingzhang.Ledger.Storage;

namespace Mingzhang.Ledger.Journal;

/// <summary>备份与恢复：a copy of the file while it is in use, or the journal as text, from which everything comes again.</summary>
internal static class Backup
{
    /// <summary>备份到文件, which appears whole or not at all: ending in .txt, or of a server's database, the journal as text.</summary>
    public static void Write(Store store, string path)
    {
        var partial = path + ".partial";
        File.Delete(partial);
        try
        {
            if (path.EndsWith(".txt", StringComparison.OrdinalIgnoreCase) || !store.CopyTo(partial))
            {
                using var writer = new StreamWriter(partial);
                store.Read(reading =>
                {
                    JournalText.Write(reading, writer);
                    return 0;
                });
            }

            File.Move(partial, path, overwrite: true);
        }
        finally
        {
            File.Delete(partial);
        }
    }

    /// <summary>恢复到空的账库。</summary>
    public static IReadOnlyList<Problem> Restore(Store target, string path, TimeProvider clock)
    {
        using var stream = File.OpenRead(path);
        var head = new byte[15];
        var copied = stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false) == head.Length && head.AsSpan().SequenceEqual("SQLite format 3"u8);
        stream.Position = 0;
        if (!copied)
        {
            using var reader = new StreamReader(stream);
            return JournalText.Read(reader, out var fault) is { } read ? Recovery.Import(target, read) : [fault!];
        }

        stream.Dispose();
        using var source = Store.Open(path, clock, create: false, out var problem);
        if (source is null)
        {
            return [problem!];
        }

        var archived = ArchiveCopy.IsIn(path);
        if (archived)
        {
            ArchiveCopy.Raise(path, clock.GetUtcNow().UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
        }

        // Through the journal: what does not verify is not restored as if it were sound.
        var verified = Verification.Of(source);
        return verified.Faults.Count > 0
            ? [.. verified.Faults.Select(f => new Problem(f, new Budget.Reason("请改用其他备份", "use another backup")))]
            : Recovery.Import(target, source.Read(r => JournalTable.Chains(r.Statements).SelectMany(c => JournalTable.Chain(r.Statements, c)).ToList()), archived ? path : null);
    }
}
