using Mingzhang.Documents.Writing;
using Mingzhang.Documents.Writing.Sampling;

namespace Mingzhang.Tests.Generated;

/// <summary>随机底稿：a sampled department of Chongqing.</summary>
internal static class GeneratedDraft
{
    public static Draft Build(int seed) => Sampler.Draft(Documents.Library, Documents.Library.Book("cq-budget")!, seed);
}
