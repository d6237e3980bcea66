using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Mingzhang.Documents.Writing.Composition;
using Mingzhang.Ledger.Journal;
using Mingzhang.Ledger.Lines;
using Mingzhang.Ledger.Organisation;
using Mingzhang.Ledger.Process;
using Mingzhang.Ledger.Publishing;
using Mingzhang.Ledger.Storage;
using Mingzhang.Publishing;

namespace Mingzhang.Tests.Ledger;

/// <summary>任意次序的操作：whatever people do in whatever order, refused or not, the laws of the ledger hold after each.</summary>
public class SequenceTests
{
    private static readonly string[] Units = ["700001", "700002"];

    public static TheoryData<string> Both => Databases.Both;

    [Theory]
    [MemberData(nameof(Both))]
    public void Any_sequence_of_operations_keeps_every_law(string kind)
    {
        var reached = new HashSet<string>(StringComparer.Ordinal);
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(12).WithStartSize(40).WithEndSize(160).WithReplay(20261127, 1), Prop.ForAll(ArbMap.Default.ArbFor<byte[]>(), bytes =>
        {
            using var hands = Hands.Department(Databases.Fresh(kind));
            foreach (var (i, b) in bytes.Index())
            {
                Do(hands, b, i);
                Laws(hands);
                reached.Add(hands.Store.Read(r => Stage.Of(r, Hands.Year, Units[0]).State));
            }

            Printed(hands);
            Assert.Empty(Verification.Of(hands.Store).Faults);
            Again(hands);
        }));

        // A property that never leaves the first states would prove little.
        Assert.Superset(new HashSet<string>(["compiling-1", "submitted-1", "gathered-1", "compiling-2", "gathered-2"], StringComparer.Ordinal), reached);
    }

    private static void Do(Hands hands, byte b, int i)
    {
        var lines = hands.Lines();
        var at = lines.Count == 0 ? null : lines[b % lines.Count];
        var code = Units[b % 2];
        var who = (b % 3) switch { 0 => Hands.Officer, 1 => Hands.Clerk, _ => Hands.Reviewer };
        var fen = (long)(b + 1) * 1234567;
        hands.Store.Write(who, "", w =>
        {
            var unit = Organisations.Unit(w, Hands.Year, code)!;
            switch (b / 2 % 16)
            {
                case 0 or 1 or 2:
                    Hands.PutIn(w, code, Hands.Year, Hands.Income(code, "general", fen) with { Details = i.ToString(CultureInfo.InvariantCulture) }, Hands.Running(code, "public", b % 5 == 0 ? "30217" : "30201", fen) with { Details = i.ToString(CultureInfo.InvariantCulture) });
                    break;
                case 3 when at is not null:
                    Hands.PutIn(w, at.Unit, Hands.Year, at with { Fen = at.Fen + b - 128 });
                    break;
                case 4 when at is not null:
                    new LineBook(w, Documents.Library, Organisations.Unit(w, Hands.Year, at.Unit)!).Remove(at);
                    break;
                case 5 when at is not null:
                    Undoing.Do(w, Documents.Library, at.Unit, at.Version, "");
                    break;
                case 6:
                    Movement.Do(w, "return", Hands.Year, code, hands.Store.Today);
                    break;
                case 7:
                    Controls.Put(w, unit, new Control("general", "basic", fen * 3));
                    break;
                case 8:
                    Comments.Add(w, unit, "", "请核对");
                    break;
                case 9:
                    Comments.Close(w, unit, 1, b % 4 == 0, "已说明");
                    break;
                case 10:
                    hands.Clock.Days(1);
                    break;
            }
        });
        if (b / 2 % 16 >= 11)
        {
            Advance(hands, balance: b % 3 != 0);
        }
    }

    // What comes next in the process, by those who may; with what would stop it mended first, or not.
    private static void Advance(Hands hands, bool balance)
    {
        foreach (var code in Units)
        {
            hands.Store.Write(Hands.Clerk, "", w =>
            {
                var lines = w.All(Kinds.Line, ("year", (long)Hands.Year), ("unit", code)).Select(Line.Of).ToList();
                var gap = lines.Sum(l => l.Spending ? l.Fen : -l.Fen);
                if (balance && gap != 0)
                {
                    Hands.PutIn(w, code, Hands.Year, (gap > 0 ? Hands.Income(code, "general", gap) : Hands.Running(code, "public", "30202", -gap)) with { Details = w.Next(code).ToString(CultureInfo.InvariantCulture) });
                }
            });
            hands.Store.Write(Hands.Clerk, "", w => Movement.Do(w, "submit", Hands.Year, code, hands.Store.Today));
        }

        hands.Store.Write(Hands.Officer, "", w => Movement.Do(w, "gather", Hands.Year, "700", hands.Store.Today));
        hands.Store.Write(Hands.Reviewer, "", w => Movement.Do(w, "approve", Hands.Year, "700", hands.Store.Today));
        foreach (var code in balance ? Units : [])
        {
            hands.Store.Write(Hands.Reviewer, "", w => Controls.Put(w, Organisations.Unit(w, Hands.Year, code)!, new Control("general", "basic", w.All(Kinds.Line, ("unit", code)).Select(Line.Of).Where(l => l.Spending).Sum(l => l.Fen) * 2)));
        }

        hands.Store.Write(Hands.Reviewer, "", w => Movement.Do(w, "issue", Hands.Year, "700", hands.Store.Today));
    }

    private static void Laws(Hands hands) => hands.Store.Read(r =>
    {
        foreach (var code in Units)
        {
            var unit = Organisations.Unit(r, Hands.Year, code)!;
            var stage = Stage.Of(r, Hands.Year, code);
            var lines = r.All(Kinds.Line, ("unit", code)).Select(Line.Of).ToList();
            Assert.All(lines, l => Assert.True(l.Fen >= 0));
            Assert.Distinct(lines.Select(l => l.Identity));
            if (!stage.State.StartsWith("compiling", StringComparison.Ordinal))
            {
                Assert.NotEmpty(lines);
                Assert.Equal(0, lines.Sum(l => l.Spending ? l.Fen : -l.Fen));
            }

            if (stage.Round == 2 && stage.State != "compiling-2")
            {
                Assert.Empty(Controls.Exceeded(Controls.Of(r, unit), lines, unit));
            }

            Assert.True(stage.Report != "published" || stage.State == "published");
        }

        // The department is the sum of its units, and each whole the sum of its parts.
        foreach (var at in new[] { "measure=expenditure", "measure=income" })
        {
            var point = Documents.Point($"year={Hands.Year} {at}");
            var whole = LedgerView.Of(r, Documents.Library, Hands.Year, "700", published: false)!;
            Assert.Equal(whole.At(point) ?? 0, Units.Sum(u => LedgerView.Of(r, Documents.Library, Hands.Year, u, published: false)!.At(point) ?? 0));
            Assert.Equal(whole.At(point) ?? 0, (at[8] == 'i' ? ["fund=general"] : new[] { "economic=30201", "economic=30202", "economic=30217" }).Sum(p => whole.At(Documents.Point($"year={Hands.Year} {at} {p}")) ?? 0));
        }

        return 0;
    });

    // Once all units balance, what would be printed keeps the five laws.
    private static void Printed(Hands hands)
    {
        var composed = hands.Store.Read(r => Units.Any(u => Stage.Of(r, Hands.Year, u).State.StartsWith("compiling", StringComparison.Ordinal)) ? null
            : Composer.Compose(Documents.Library, Documents.Library.Book("cq-budget")!, LedgerDraft.Of(r, Documents.Library, Hands.Year, "700")!));
        var broken = composed is null ? [] : Publication.Check(Documents.Library, composed).Findings.Where(f => f.Rule.StartsWith("MZ00", StringComparison.Ordinal) && f.Severity == Mingzhang.Budget.Severity.Error);
        Assert.Empty(broken.Select(f => f.Rule + " " + f.Message.Chinese));
    }

    private static void Again(Hands hands)
    {
        var text = Text(hands);
        using var other = new Hands(Databases.Fresh("sqlite"));
        Assert.Empty(Recovery.Import(other.Store, JournalText.Read(new StringReader(text), out _)!));
        Assert.Equal(text, Text(other));
        Assert.Equal(hands.Lines().OrderBy(l => l.Id, StringComparer.Ordinal), other.Lines().OrderBy(l => l.Id, StringComparer.Ordinal));
    }

    private static string Text(Hands hands)
    {
        using var writer = new StringWriter();
        hands.Store.Read(r =>
        {
            JournalText.Write(r, writer);
            return 0;
        });
        return writer.ToString();
    }
}
