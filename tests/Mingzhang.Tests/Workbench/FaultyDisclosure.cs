using Mingzhang.Documents.Writing;
using Mingzhang.Documents.Writing.Composition;
using Mingzhang.Documents.Writing.Sampling;

namespace Mingzhang.Tests.Workbench;

/// <summary>有错的公开文本：the fictional sample with one amount of its first table changed, in whichever format.</summary>
internal static class FaultyDisclosure
{
    /// <summary>成文; null where this machine cannot write the format.</summary>
    public static byte[]? Of(string extension)
    {
        var book = Documents.Library.Book("cq-budget")!;
        var composed = Composer.Compose(Documents.Library, book, Sampler.Draft(Documents.Library, book, 4));
        var table = composed.Blocks.OfType<ComposedTable>().First();
        var changed = table with { Rows = [.. table.Rows.Select((row, i) => i == 0 ? row with { Cells = [.. row.Cells.Select(c => c.Yuan is null ? c : c with { Text = "98,765.43", Yuan = 987_654_300m })] } : row)] };
        return WrittenFormats.Of(extension)!.Write(Written.Of(Documents.Library, composed with { Blocks = [.. composed.Blocks.Select(b => ReferenceEquals(b, table) ? changed : b)] })).Bytes;
    }
}
