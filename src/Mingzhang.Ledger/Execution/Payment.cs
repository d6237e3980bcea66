using System.Globalization;
using Mingzhang.Ledger.Organisation;
using Mingzhang.Ledger.Storage;

namespace Mingzhang.Ledger.Execution;

/// <summary>支付：money that leaves under an allotment. A refund is an entry of its own that names the payment it reverses.</summary>
internal sealed record Payment
{
    public string Unit { get; init; } = "";

    /// <summary>日期，按原文。</summary>
    public required string Day { get; init; }

    /// <summary>支付凭证号: no two of a unit and year are alike.</summary>
    public required string Voucher { get; init; }

    /// <summary>指标的编号。</summary>
    public required string Allotment { get; init; }

    /// <summary>金额，以分计，大于零; of a refund too.</summary>
    public required long Fen { get; init; }

    /// <summary>所冲回的凭证号; empty for a payment.</summary>
    public string Reverses { get; init; } = "";

    /// <summary>合同编号; empty where there is none.</summary>
    public string Contract { get; init; } = "";

    public string Payee { get; init; } = "";

    public string Details { get; init; } = "";

    public StoredRecord Stored(Unit unit, DateOnly day, long seq) => new RecordValues().Set("year", unit.Year).Set("unit", unit.Code).Set("month", day.Month).Set("day", Days.Write(day)).Set("voucher", Voucher)
        .Set("allotment", Allotment).Set("fen", Reverses.Length > 0 ? -Fen : Fen).Set("reverses", Reverses).Set("contract", Contract).Set("payee", Payee).Set("details", Details)
        .As(Kinds.Payment, string.Create(CultureInfo.InvariantCulture, $"{unit.Code}-{unit.Year}-{seq}"), unit.Code, 0);
}
