using Mingzhang.Budget;
using Mingzhang.Documents.Reading;
using Mingzhang.Rules;
using Mingzhang.Rules.Pairs;

namespace Mingzhang.App.Commands;

/// <summary>指明的同查文件：one document with what the user put beside it. What cannot be read or does not belong is told, and the rest is checked all the same.</summary>
internal static class GivenFiles
{
    public static Examined? Check(string file, Basis basis, PairRequest request)
    {
        var refused = false;
        if (Loaded.Of(file, basis, basis.Choice) is not { } main)
        {
            return null;
        }

        var companions = new List<Companion>();
        var tables = Fitting(PairRole.Tables, request.Tables);
        main = main.With(tables, basis, basis.Choice);
        foreach (var (role, files) in request.Beside)
        {
            foreach (var other in Loaded.Joined(Read(files), basis))
            {
                if (Accepted(role, other) is { } companion)
                {
                    companions.AddRange([companion, .. other.Tables.Select(t => new Companion(t.File with { Key = null }, null))]);
                }
            }
        }

        return new Examined(Inspector.Check(main.Disclosure, basis.Library, basis.Settings, [.. main.Tables, .. companions]), refused);

        List<Loaded> Fitting(PairRole role, string[] files)
        {
            var fitting = new List<Loaded>();
            foreach (var other in Read(files))
            {
                if (Accepted(role, other) is not null)
                {
                    fitting.Add(other);
                }
            }

            return fitting;
        }

        List<Loaded> Read(string[] files)
        {
            var read = new List<Loaded>();
            foreach (var name in files)
            {
                if (Loaded.Of(name, basis, ReadingChoice.None) is { } loaded)
                {
                    read.Add(loaded);
                }
                else
                {
                    refused = true;
                    companions.Add(new Companion(new PairedFile(PairRole.None, Path.GetFileName(name), null, new Reason("不能读取", "cannot be read")), null));
                }
            }

            return read;
        }

        Companion? Accepted(PairRole role, Loaded other)
        {
            var fit = Rules.Pairs.Fitting.Of(role, main.Disclosure, other.Disclosure);
            var facts = other.Disclosure.Facts;
            if (fit.Fits)
            {
                return new Companion(new PairedFile(role, facts.Name, facts, fit.Why), other.Disclosure);
            }

            refused = true;
            companions.Add(new Companion(new PairedFile(PairRole.None, facts.Name, facts, fit.Why), null));
            Messages.Fail($"{other.File}：不能作为{Chinese(role)}：{fit.Why.Chinese}", $"{other.File}: cannot be {English(role)}: {fit.Why.English}", $"请检查 {Option(role)} 的文件；其余照常核对", $"check the files of {Option(role)}; the rest is checked");
            return null;
        }
    }

    private static string Option(PairRole role) => role switch { PairRole.Previous => "--previous", PairRole.Unit => "--units", PairRole.Final => "--final", _ => "--tables" };

    private static string Chinese(PairRole role) => role switch { PairRole.Previous => "上年文件", PairRole.Unit => "所属单位的文件", PairRole.Final => "同年决算", _ => "同一文本的表格" };

    private static string English(PairRole role) => role switch { PairRole.Previous => "last year's document", PairRole.Unit => "a unit's document", PairRole.Final => "the final account", _ => "the tables of the document" };
}

/// <summary>检查所得；是否有没能用上的文件。</summary>
internal sealed record Examined(Report Report, bool Refused);
