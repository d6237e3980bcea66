using System.Text;

namespace Mingzhang.Site;

/// <summary>文档网站：makes the folder of static pages out of docs/. Usage: mingzhang-site REPOSITORY OUTPUT</summary>
internal static class Program
{
    public static int Main(string[] args)
    {
        Console.OutputEncoding = new UTF8Encoding(false);
        if (args is not [var root, var output])
        {
            Console.Error.WriteLine("mingzhang-site REPOSITORY OUTPUT");
            return 2;
        }

        var site = new DocumentationSite(root);
        site.Make();
        if (site.Problems.Count > 0)
        {
            foreach (var problem in site.Problems)
            {
                Console.Error.WriteLine(problem);
            }

            return 1;
        }

        site.Save(output);
        Console.WriteLine($"{site.Pages} pages in {output}");
        return 0;
    }
}
