using System.Diagnostics;
using System.Globalization;
using Mingzhang.Ledger.Execution;
using Mingzhang.Ledger.Storage;

namespace Mingzhang.Tests.Ledger.Execution;

/// <summary>断电时不会半途：imports, receipts, adjustments and closing, killed while they compete for the same ledger, are there whole or not at all, and are there if they said so.</summary>
public class WholeOrNotTests
{
    private const int Rows = 60;
    private const long Replied = 3_000_000_00;

    public static TheoryData<string> Both => Databases.Both;

    [Theory]
    [MemberData(nameof(Both))]
    public async Task Imports_receipts_adjustments_and_months_are_there_whole_or_not_at_all(string kind)
    {
        using var hands = Executing.Replied(Databases.Fresh(kind));
        var (folder, guests) = (Databases.Temporary(), Executing.Allotment(hands, "30217"));
        var random = new Random(20261128);
        var needed = await Killing.Undisturbed([.. Acts(hands, folder, guests, 0)]);
        var answered = 0;
        for (var round = 1; round <= Killing.Kills; round++)
        {
            var closed = Month(hands);
            var said = await Task.WhenAll(Acts(hands, folder, guests, round).Select(p => Killing.AfterTime(p, random.Next(needed / 4, needed + (needed / 4)))));
            answered += said.Count(s => s);
            var book = Executing.Book(hands);
            var adjusted = book.Adjustments.Count(a => a.Document == Named("文", round));
            Assert.Equal(book.Adjustments.Count, book.All.Count(a => a.Source == Allotment.Adjusted));
            Assert.Equal(Replied, book.All.Sum(book.Revised));
            Check(said[0], Count(hands, Kinds.Payment, round), Rows);
            Check(said[1], Count(hands, Kinds.Receipt, round), 1);
            Check(said[2], adjusted, 1);
            Check(said[3], Month(hands) == closed ? 0 : 1, 1);
        }

        Assert.InRange(answered, 1, Killing.Kills * 4);
        PaymentCrashTests.NothingBeyondItsAllotment(hands);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task A_year_is_closed_for_all_units_or_for_none(string kind)
    {
        var address = Databases.Fresh(kind);
        using (var hands = Executing.Replied(address))
        {
            // What the project has not spent is carried out, so that all of it came in; the rest is not drawn.
            hands.Do(w =>
            {
                var receipts = new Receipts(w, Documents.Library, Executing.Of(w));
                receipts.Take(new Receipt { Unit = Executing.Unit, Day = "2026-02-01", Voucher = "S", Fund = "general", Function = "2012602", Fen = 1_500_000_00 }, (_, p) => w.Refuse(p));
                receipts.Finish();
            }, Hands.Clerk);
        }

        var random = new Random(20261129);
        var needed = await Killing.Undisturbed(CloseYear(Databases.Copied(address)));
        for (var round = 0; round < Killing.Kills; round++)
        {
            var copy = Databases.Copied(address);
            var said = await Killing.AfterTime(CloseYear(copy), random.Next(needed / 3, needed + (needed / 6)));
            using var hands = new Hands(copy);
            var states = hands.Store.Read(r => new[] { "700001", "700002" }.Select(u => Closing.Of(r, Executing.Of(r, u)).State).Distinct().ToList());
            var remainders = hands.Store.Read(r => r.All(Kinds.Remainder)).Count;
            Check(said, Assert.Single(states) == Closing.Closed ? 1 : 0, 1);
            Assert.Equal(states[0] == Closing.Closed, remainders == 5);
            PaymentCrashTests.NothingBeyondItsAllotment(hands);
        }
    }

    // Whole or not at all; whole where it was said to be done.
    private static void Check(bool said, int done, int whole) => Assert.True(done == whole || (done == 0 && !said), $"{done} of {whole}, answered: {said}");

    private static int Count(Hands hands, RecordKind kind, int round) => hands.Store.Read(r => r.All(kind)).Count(p => p["voucher"].StartsWith(Named("凭", round) + "-", StringComparison.Ordinal));

    // Both units are closed through the same month, or something was half done.
    private static int Month(Hands hands) => Assert.Single(hands.Store.Read(r => new[] { "700001", "700002" }.Select(u => Closing.Of(r, Executing.Of(r, u)).Month).Distinct().ToList()));

    private static string Named(string what, int round) => string.Create(CultureInfo.InvariantCulture, $"{what}{round}");

    private static Process CloseYear(string address) => Killing.Start(Hands.Clerk, "close", "year", "700", "--database", address);

    private static IEnumerable<Process> Acts(Hands hands, string folder, string guests, int round)
    {
        var (voucher, rows) = (Named("凭", round), Path.Combine(folder, Named("国库", round) + ".csv"));
        File.WriteAllText(rows, "预算单位,支付日期,支付凭证号,功能科目,经济科目,支付金额(元)\n"
            + string.Concat(Enumerable.Range(0, Rows).Select(i => string.Create(CultureInfo.InvariantCulture, $"{(i % 2 == 0 ? "700001" : "700002")},2026-11-05,{voucher}-{i},{(i % 2 == 0 ? "2012601" : "2012604")},30201,1\n"))));
        string[] close = Month(hands) == 0 ? ["month", "700", "1"] : ["reopen", "700", "1", "--why", "补记"];
        string[] ledger = ["--database", hands.Address];
        return
        [
            Killing.Start(Hands.Clerk, ["pay", "--import", rows, .. ledger]),
            Killing.Start(Hands.Clerk, ["receive", "700001", "voucher=" + voucher + "-0", "fund=general", "function=2012601", "yuan=1", "day=2026-11-05", .. ledger]),
            Killing.Start(Hands.Officer, ["adjust", "700001", "调剂", "document=" + Named("文", round), "taken=" + guests, "given=new", "fund=general", "nature=public", "function=2012601", "economic=30202", "yuan=1", "day=2026-11-05", .. ledger]),
            Killing.Start(Month(hands) == 0 ? Hands.Clerk : Hands.Reviewer, ["close", .. close, .. ledger]),
        ];
    }
}
