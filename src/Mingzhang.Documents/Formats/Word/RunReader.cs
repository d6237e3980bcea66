using System.Buffers;

namespace Mingzhang.Documents.Formats.Word;

/// <summary>读文字：runs and what wraps them in a paragraph. Numbers split over several runs join again; formatting is only looked at for bold and hidden.</summary>
internal sealed class RunReader(PartCursor x, WordContext context, FieldStack fields, StoryReader story)
{
    private static readonly SearchValues<char> Unseen = SearchValues.Create("\u00ad\u200b\u200c\u200d\u2060\ufeff");

    /// <summary>段落中的一个元素。</summary>
    public void Read(WordFlow flow, ParagraphLook look)
    {
        switch (x.Name)
        {
            case "r" when x.Word:
                Run(flow, look);
                break;
            case "r":
                Formula(flow);
                break;
            case "del" or "moveFrom" when x.Word:
                context.Tally.Revisions++;
                break;
            case "ins" or "moveTo" when x.Word:
                context.Tally.Revisions++;
                Inside(flow, look);
                break;
            case "sdtPr" or "sdtEndPr" or "customXmlPr" or "smartTagPr" or "rPr" or "pPr":
                break;
            case "ruby":
                Ruby(flow, look);
                break;
            case "AlternateContent":
                story.Alternates(() => Inside(flow, look), flow);
                break;
            default:
                // Hyperlinks, smart tags, content controls, simple fields, formulas and whatever else wraps runs.
                Inside(flow, look);
                break;
        }
    }

    private void Inside(WordFlow flow, ParagraphLook look)
    {
        for (var at = x.Enter(); x.Next(at);)
        {
            Read(flow, look);
        }
    }

    private void Run(WordFlow flow, ParagraphLook look)
    {
        var style = look.Style;
        var (bold, hidden) = (style.Bold ?? false, style.Hidden ?? false);
        for (var at = x.Enter(); x.Next(at);)
        {
            if (x is { Word: true, Name: "rPr" })
            {
                Look(ref bold, ref hidden);
                continue;
            }

            Piece(flow, look, bold, hidden);
        }
    }

    private void Look(ref bool bold, ref bool hidden)
    {
        WordStyle? named = null;
        bool? ownBold = null, ownHidden = null;
        for (var at = x.Enter(); x.Next(at);)
        {
            switch (x.Name)
            {
                case "rStyle":
                    named = context.Styles[x.Value ?? ""];
                    break;
                case "b":
                    ownBold = x.On;
                    break;
                case "vanish":
                    ownHidden = x.On;
                    break;
                case "ins" or "moveTo" when x.Word:
                    context.Tally.Revisions++;
                    break;
                default:
                    break;
            }
        }

        bold = ownBold ?? named?.Bold ?? bold;
        hidden = ownHidden ?? named?.Hidden ?? hidden;
    }

    private void Piece(WordFlow flow, ParagraphLook look, bool bold, bool hidden)
    {
        switch (x.Name)
        {
            case "t" when x.Word:
                var text = x.Preserved ? x.Text() : x.Text().Trim(' ', '\t', '\r', '\n');
                Say(flow, text.Replace('\n', ' ').Replace('\r', ' '), bold, hidden);
                break;
            case "instrText" when x.Word:
                fields.Instruction(x.Text());
                break;
            case "fldChar" when x.Word:
                fields.Mark(x["fldCharType"]);
                break;
            case "tab" or "ptab" when x.Word:
                Say(flow, "\t", bold: true, hidden);
                break;
            case "br" when x.Word:
                Say(flow, x["type"] is "page" or "column" ? "\n\f" : "\n", bold: true, hidden);
                break;
            case "cr" when x.Word:
                Say(flow, "\n", bold: true, hidden);
                break;
            case "noBreakHyphen" when x.Word:
                Say(flow, "-", bold, hidden);
                break;
            case "sym" when x.Word:
                Say(flow, Symbols.Of(x["font"], x["char"]), bold, hidden);
                break;
            case "footnoteReference" or "endnoteReference" when x.Word && !hidden:
                context.Note(x.Name[0] == 'e', x["id"]);
                break;
            case "commentReference" when x.Word:
                context.Tally.Comments++;
                break;
            case "ruby" when x.Word:
                Ruby(flow, look);
                break;
            case "drawing" or "pict" or "object" when x.Word && !hidden:
                Drawing(flow);
                break;
            case "AlternateContent":
                story.Alternates(() => Pieces(flow, look, bold, hidden), flow);
                break;
            default:
                break;
        }
    }

    private void Pieces(WordFlow flow, ParagraphLook look, bool bold, bool hidden)
    {
        for (var at = x.Enter(); x.Next(at);)
        {
            Piece(flow, look, bold, hidden);
        }
    }

    private void Say(WordFlow flow, string text, bool bold, bool hidden)
    {
        if (fields.InInstruction)
        {
            return;
        }

        if (hidden)
        {
            context.Tally.HiddenCharacters += text.AsSpan().Trim().Length;
            return;
        }

        flow.Append(Seen(text), bold);
    }

    // Soft hyphens and characters of no width: nobody sees them.
    private static string Seen(string text) => text.AsSpan().IndexOfAny(Unseen) < 0 ? text : string.Concat(text.Where(c => !Unseen.Contains(c)));

    // The small characters above are no part of the text.
    private void Ruby(WordFlow flow, ParagraphLook look)
    {
        for (var at = x.Enter(); x.Next(at);)
        {
            if (x.Name == "rubyBase")
            {
                Inside(flow, look);
            }
        }
    }

    // m:r: the runs of a formula.
    private void Formula(WordFlow flow)
    {
        for (var at = x.Enter(); x.Next(at);)
        {
            if (x.Name == "t")
            {
                Say(flow, x.Text(), bold: false, hidden: false);
            }
        }
    }

    // Shapes and pictures in any nesting: only text boxes hold text.
    private void Drawing(WordFlow flow)
    {
        for (var at = x.Enter(); x.Next(at);)
        {
            switch (x.Name)
            {
                case "txbxContent" when x.Word:
                    context.Box(() =>
                    {
                        var box = new WordFlow(FlowKind.Aside);
                        story.Blocks(box);
                        box.End();
                        flow.Later(box.Blocks);
                    });
                    break;
                case "blip" or "imagedata" or "relIds" or "chart":
                    context.Tally.Pictures++;
                    break;
                case "OLEObject":
                    context.Unopened.Add("embedded");
                    break;
                case "AlternateContent":
                    story.Alternates(() => Drawing(flow), flow);
                    break;
                default:
                    Drawing(flow);
                    break;
            }
        }
    }
}
