using Mingzhang.Budget;
using Mingzhang.Documents;
using Mingzhang.Documents.Reading;
using Mingzhang.Forms;

namespace Mingzhang.App;

internal static class Program
{
    public static int Main(string[] args)
    {
        var opened = Opening.File(args[0]);
        var d = Reader.Read(opened.Paper!, Library.Standard);
        Console.WriteLine(d.Facts);
        foreach (var t in d.Tables) Console.WriteLine($"T {t.Number} {t.Title} {t.Form} {t.Unit} cols={string.Join("|", t.Columns)} rows={t.Rows.Count}");
        foreach (var s in d.Statements)
        {
            if (s is AmountStatement { Blank: true }) continue;
            var extra = s is ChangeStatement c ? $"{c.Direction} base {c.Base.Year} {c.Base.Phase} {c.Base.Assumed} why={c.Reason}" : s is CountStatement k ? $"{k.What} {k.Number} {k.Unit}" : "";
            Console.WriteLine($"{s.Id}\t{s.Kind}\t{s.Raw}\t{s.Point}\t{extra}\t{s.Place.Chinese}");
        }
        foreach (var u in d.Unbound) Console.WriteLine($"UNBOUND {u.Raw} {u.Reason.Chinese} {u.Place.Chinese}");
        foreach (var l in d.Listings.Where(l => l.Kind == ListingKind.List)) Console.WriteLine($"L {l.Open} {string.Join(" ", l.Items.Select(i => i.Id))}");
        foreach (var p in d.Performance) Console.WriteLine($"P {p.Table} {p.Name} {p.Money?.Raw} {p.Indicators.Count} {p.Goal.Length}");
        foreach (var x in d.Sections.SelectMany(s => s.SelfAndBelow())) Console.WriteLine($"S {new string(' ', x.Level)} {x.Number} {x.Title} {x.Paragraphs.Count}");
        return 0;
    }
}
