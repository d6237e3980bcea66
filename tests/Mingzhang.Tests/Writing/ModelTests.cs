using System.Text;
using Mingzhang.Documents.Writing;
using Mingzhang.Documents.Writing.Composition;
using Mingzhang.Documents.Writing.Model;
using Mingzhang.Documents.Writing.Sampling;

namespace Mingzhang.Tests.Writing;

/// <summary>底稿的 JSON：what is written is read back to the same document; every fault is told with its place.</summary>
public class ModelTests
{
    [Theory]
    [InlineData("cq-budget")]
    [InlineData("sh-unit-budget")]
    [InlineData("final-accounts")]
    [InlineData("national-budget")]
    public void A_model_writes_the_document_that_it_was_made_from(string key)
    {
        var book = Documents.Library.Book(key)!;
        foreach (var seed in Enumerable.Range(1, 5))
        {
            var draft = Sampler.Draft(Documents.Library, book, seed);
            var read = ModelReading.Read(ModelJson.Write(draft, key), Documents.Library);
            Assert.Empty(read.Problems);
            Assert.Equal(DisclosureText.Write(Documents.Library, book, draft), DisclosureText.Write(Documents.Library, read.Model!.Book, read.Model.Draft));
        }
    }

    [Fact]
    public void Stated_totals_are_kept_with_what_stays_blank()
    {
        var book = Documents.Library.Book("cq-budget")!;
        var draft = Mingzhang.Documents.Writing.Entry.DisclosureDraft.Of(Documents.Library, Documents.Read(Documents.Sample))!.Draft;
        var read = ModelReading.Read(ModelJson.Write(draft, book.Key), Documents.Library);
        Assert.Empty(read.Problems);
        Assert.Equal(DisclosureText.Write(Documents.Library, book, draft), DisclosureText.Write(Documents.Library, book, read.Model!.Draft));
    }

    [Theory]
    [InlineData("", "JSON")]
    [InlineData("[1]", "对象")]
    [InlineData("{\"schema\":\"mingzhang-model/1\",\"book\":\"none\"}", "none")]
    [InlineData("{\"schema\":\"mingzhang-model/1\",\"book\":\"cq-budget\",\"entity\":\"某局\",\"year\":2026,\"kind\":\"budget\",\"scope\":\"department\",\"lines\":[{\"measure\":\"expenditure\",\"yuan\":12}]}", "lines[0].yuan")]
    [InlineData("{\"schema\":\"mingzhang-model/1\",\"book\":\"cq-budget\",\"entity\":\"某局\",\"year\":2026,\"kind\":\"budget\",\"scope\":\"department\",\"lines\":[{\"measure\":\"nothing\",\"yuan\":\"12\"}]}", "nothing")]
    [InlineData("{\"schema\":\"mingzhang-model/1\",\"book\":\"cq-budget\",\"entity\":\"某局\",\"year\":2026,\"kind\":\"final\",\"scope\":\"department\"}", "表册")]
    [InlineData("{\"schema\":\"mingzhang-model/1\",\"book\":\"cq-budget\",\"entity\":\"某局\",\"year\":2026,\"kind\":\"budget\",\"scope\":\"department\",\"lines\":[{\"measure\":\"income\",\"yuan\":\"12\",\"colour\":\"red\"}]}", "colour")]
    public void A_faulty_model_is_refused_with_the_place(string json, string named)
    {
        var read = ModelReading.Read(Encoding.UTF8.GetBytes(json), Documents.Library);
        Assert.Null(read.Model);
        Assert.Contains(read.Problems, p => p.Chinese.Contains(named, StringComparison.Ordinal));
    }

    [Fact]
    public void What_is_missing_is_a_gap_and_the_document_a_draft()
    {
        var book = Documents.Library.Book("final-accounts")!;
        var draft = Sampler.Draft(Documents.Library, book, 2);
        var composed = Composer.Compose(Documents.Library, book, draft with { Words = draft.Words.Where(w => w.Key != "duties").ToDictionary(StringComparer.Ordinal) });
        Assert.Equal("duties", Assert.Single(composed.Gaps).Key);
        Assert.True(composed.Draft);
        Assert.Contains("【待填：职能职责】", ComposedText.Write(composed), StringComparison.Ordinal);
    }

    [Fact]
    public void The_schema_names_every_field_that_is_read()
    {
        var schema = File.ReadAllText(Repository.Path("docs", "model.schema.json"));
        foreach (var field in new[] { "schema", "book", "entity", "year", "kind", "scope", "lines", "totals", "blank", "words", "counts", "performance", "yuan", "purposes", "whole", "goal", "indicators", "nature", "value", "unit", "weight", "core" }.Concat(Documents.Library.Space.Dimensions.Select(d => d.Key)))
        {
            Assert.Contains(field == "purpose" ? "purposes" : $"\"{field}\"", schema, StringComparison.Ordinal);
        }
    }
}
