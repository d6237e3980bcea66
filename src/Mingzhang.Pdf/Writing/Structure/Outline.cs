using Mingzhang.Pdf.Writing.Flow;

namespace Mingzhang.Pdf.Writing.Structure;

/// <summary>书签：headings as a tree.</summary>
internal static class Outline
{
    public static void Write(Pages pages, ObjectBag bag, int[] numbers, ByteText catalog)
    {
        if (pages.Headings.Count == 0)
        {
            return;
        }

        var root = new Node(null, null, bag.Reserve());
        var open = new Stack<Node>([root]);
        foreach (var heading in pages.Headings)
        {
            while (open.Peek().Heading is { } above && above.Level >= heading.Level)
            {
                open.Pop();
            }

            var node = new Node(heading, open.Peek(), bag.Reserve());
            open.Peek().Kids.Add(node);
            open.Push(node);
        }

        Write(root, 0, pages, bag, numbers);
        catalog.Add("/PageMode/UseOutlines/Outlines "u8).Ref(root.Number);
    }

    public static void Destination(ByteText text, HeadingMark heading, Pages pages, int[] numbers) =>
        text.Add("["u8).Ref(numbers[heading.Page]).Add("/XYZ 0 "u8).Number(pages.All[heading.Page].Height - heading.Top + 4).Add("null]"u8);

    private static void Write(Node node, int at, Pages pages, ObjectBag bag, int[] numbers)
    {
        var text = new ByteText().Add(node.Parent is null ? "<</Type/Outlines"u8 : "<<"u8);
        if (node is { Heading: { } heading, Parent: { } parent })
        {
            text.Add("/Title"u8).Words(heading.Text.ReplaceLineEndings(" ")).Add("/Parent "u8).Ref(parent.Number).Add("/Dest"u8);
            Destination(text, heading, pages, numbers);
            if (at > 0)
            {
                text.Add("/Prev "u8).Ref(parent.Kids[at - 1].Number);
            }

            if (at + 1 < parent.Kids.Count)
            {
                text.Add("/Next "u8).Ref(parent.Kids[at + 1].Number);
            }
        }

        if (node.Kids.Count > 0)
        {
            text.Add("/First "u8).Ref(node.Kids[0].Number).Add("/Last "u8).Ref(node.Kids[^1].Number).Add("/Count "u8).Add(node.Count);
        }

        bag.Set(node.Number, text.Add(">>"u8));
        for (var i = 0; i < node.Kids.Count; i++)
        {
            Write(node.Kids[i], i, pages, bag, numbers);
        }
    }

    private sealed record Node(HeadingMark? Heading, Node? Parent, int Number)
    {
        public List<Node> Kids { get; } = [];

        public int Count => Kids.Count + Kids.Sum(k => k.Count);
    }
}
