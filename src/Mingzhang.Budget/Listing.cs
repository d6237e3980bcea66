namespace Mingzhang.Budget;

/// <summary>分项组：statements printed together, in one row, one column or one list, among which wholes and parts are looked for.</summary>
/// <param name="Kind">How they stand together.</param>
/// <param name="Label">What a reader calls the place: a row label, a column label, the head of a list.</param>
/// <param name="Items">The statements in printed order; the head of a list comes first.</param>
/// <param name="Open">True where the words say that not all parts are named (主要, 等): then parts only bound the whole.</param>
/// <param name="Closes">False where the form does not promise that the items are all of the whole (projects of 表十二).</param>
public sealed record Listing(ListingKind Kind, string Label, IReadOnlyList<Statement> Items, bool Open = false, bool Closes = true);

/// <summary>分项组的种类。</summary>
public enum ListingKind
{
    /// <summary>一行。</summary>
    Row,

    /// <summary>一列（左右并列的表，只算一侧）。</summary>
    Column,

    /// <summary>一串分项（其中、分别、包括）。</summary>
    List,
}
