using System.Globalization;
using Mingzhang.Budget;
using Mingzhang.Ledger.Organisation;
using Mingzhang.Ledger.Storage;

namespace Mingzhang.Ledger.Execution;

/// <summary>调整的类别：which sides it has, and who decides it.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Name">Its name.</param>
/// <param name="Takes">Whether it takes from an allotment.</param>
/// <param name="Gives">Whether it gives to one.</param>
/// <param name="Action">The step that allows it.</param>
internal sealed record AdjustmentSort(string Key, Reason Name, bool Takes, bool Gives, string Action)
{
    public static readonly AdjustmentSort Increase = new("add", new("追加", "increase"), false, true, "adjust");
    public static readonly AdjustmentSort Cut = new("cut", new("追减", "cut"), true, false, "adjust");
    public static readonly AdjustmentSort Move = new("move", new("调剂", "virement"), true, true, "move");
    public static readonly AdjustmentSort Carry = new("carry", new("结转", "carried over"), false, true, "adjust");

    public static readonly IReadOnlyList<AdjustmentSort> All = [Increase, Cut, Move, Carry];

    /// <summary>按键或中文名; null where there is none.</summary>
    public static AdjustmentSort? Find(string text) => All.FirstOrDefault(s => s.Key == text || s.Name.Chinese == text);
}

/// <summary>指标调整：what was added to one allotment, taken from one, or moved, and by which document.</summary>
internal sealed record Adjustment(string Id, string Sort, string Day, string Document, string Taken, string Given, long Fen)
{
    public AdjustmentSort Kind => AdjustmentSort.Find(Sort)!;

    public static Adjustment Of(StoredRecord r) => new(r.Id, r["sort"], r["day"], r["document"], r["taken"], r["given"], r.Whole("fen"));

    public StoredRecord Stored(Unit unit, long seq) => new RecordValues().Set("year", unit.Year).Set("unit", unit.Code).Set("day", Day).Set("sort", Sort).Set("document", Document).Set("taken", Taken).Set("given", Given).Set("fen", Fen)
        .As(Kinds.Adjustment, string.Create(CultureInfo.InvariantCulture, $"{unit.Code}-{unit.Year}-{seq}"), unit.Code, 0);
}
