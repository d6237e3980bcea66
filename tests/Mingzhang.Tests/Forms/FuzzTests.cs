using Mingzhang.Forms;
using Mingzhang.Forms.Loading;

namespace Mingzhang.Tests.Forms;

/// <summary>随意损坏的表册：any file of the data, damaged, gives a library or problems with file and line, never an exception.</summary>
public class FuzzTests
{
    private static readonly string[] Pieces =
    [
        "\n", "  ", "    ", " | ", "form 二\n", "title ", "section 一 某节\n", "sentence {", "}", "{sum fund=general}", "phrase fund=general\n", "fund=gold", "fund=", "=", "year=-1", ",", "\"", "\"\"", "20607,某某,206,2024,2023,seed\n", "20607,某某,20607,,,seed\n", "999999999999", "detect ", "﻿", "\0", "\t", "#", "columns\n", "rows\n", "extends ",
    ];

    [Fact]
    public void Random_damage_gives_a_library_or_problems_with_their_place()
    {
        var sound = DataSource.Embedded(typeof(Library).Assembly);
        var names = sound.Names.ToArray();
        for (var seed = 0; seed < Fuzzing.Rounds; seed++)
        {
            var random = new Random(seed);
            var name = names[random.Next(names.Length)];
            var damaged = sound.With(name, DamagedText.Of(sound.Text(name)!, random, Pieces));
            try
            {
                var library = Library.Load(damaged, out var problems);
                Assert.Equal(library is null, problems.Count > 0);
                Assert.All(problems, p => Assert.True(p.Line >= 0 && p.File.Length > 0 && p.Reason.Chinese.Length > 0 && p.Reason.English.Length > 0));
                _ = library?.Terms;
            }
            catch (Exception e)
            {
                Assert.Fail($"seed {seed}, {name}: {e}");
            }
        }
    }
}
