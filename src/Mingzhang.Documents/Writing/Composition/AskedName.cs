using Mingzhang.Forms;

namespace Mingzhang.Documents.Writing.Composition;

/// <summary>要写的文字的名称：what an officer is asked to write under a key.</summary>
public static class AskedName
{
    /// <summary>键的名称。</summary>
    public static string Of(string key, Library library, int year) => GapNames.Of(key, library, year);
}
