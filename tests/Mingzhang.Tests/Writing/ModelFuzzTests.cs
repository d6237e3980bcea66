using System.Text;
using Mingzhang.Documents.Writing.Composition;
using Mingzhang.Documents.Writing.Model;
using Mingzhang.Documents.Writing.Sampling;

namespace Mingzhang.Tests.Writing;

/// <summary>随意损坏的底稿：a model that can be composed, or problems with their place; never an exception.</summary>
public class ModelFuzzTests
{
    private static readonly string[] Pieces =
    [
        "{", "}", "[", "]", "\"", ",", ":", "null", "true", "-1", "0.001", "1e999", "99999999999999999999999999999999", "\"\"", "\"lines\":", "\"book\":\"cq-budget\"", "\\ud800", "\\u0000", "\"fund=gold\"", "\"year\":-5", "\"year\":2026", "﻿", "\0", "[[[[[[[[[[[[[[[[[[",
    ];

    [Fact]
    public void Random_damage_gives_a_model_or_problems()
    {
        var library = Documents.Library;
        var sound = library.Books.Where(b => b.Print is not null).Select((b, i) => Encoding.UTF8.GetString(ModelJson.Write(Sampler.Draft(library, b, i + 1), b.Key))).ToArray();
        for (var seed = 0; seed < Fuzzing.Rounds; seed++)
        {
            var text = DamagedText.Of(sound[seed % sound.Length], new Random(seed), Pieces);
            try
            {
                var result = ModelReading.Read(Encoding.UTF8.GetBytes(text), library);
                Assert.Equal(result.Model is null, result.Problems.Count > 0);
                if (result.Model is { } model)
                {
                    Composer.Compose(library, model.Book, model.Draft);
                }
            }
            catch (Exception e)
            {
                Assert.Fail($"seed {seed}: {e}");
            }
        }
    }
}
