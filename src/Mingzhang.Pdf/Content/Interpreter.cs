using Mingzhang.Pdf.Fonts;
using Mingzhang.Pdf.Objects;

namespace Mingzhang.Pdf.Content;

/// <summary>内容解释：follows the operators of a page and of the forms it draws.</summary>
internal sealed class Interpreter(ObjectStore store, FontShelf fonts, HiddenLayers layers, PageMarks marks)
{
    private const int MostSaved = 4096;
    private const int MostOperands = 64;
    private readonly Stack<GraphicsState> _saved = new();
    private readonly PathBuilder _path = new();
    private readonly MarkedContent _marked = new(layers, marks);
    private readonly List<PdfValue> _operands = [];
    private readonly TextPainter _text = new(marks);
    private GraphicsState _state = new() { Clip = marks.Page };
    private bool _clipNext;
    private int _operatorsLeft = store.Work.Limits.PageOperators;
    private int _depth;

    /// <summary>运行一页：with the matrix that maps its space to the page as seen.</summary>
    public void Run(ReadOnlyMemory<byte> content, PdfDictionary? resources, Matrix toPage)
    {
        _state.Ctm = toPage;
        Run(content, resources);
    }

    /// <summary>画注释的外观：on top of the page, in a state of its own.</summary>
    public void DrawAppearance(PdfStream form, Matrix toPage)
    {
        _saved.Clear();
        _state = new GraphicsState { Clip = marks.Page, Ctm = toPage };
        DrawForm(form, null);
    }

    /// <summary>画表单：its content in its own space, cut to its box.</summary>
    private void DrawForm(PdfStream form, PdfDictionary? parentResources)
    {
        if (_depth >= store.Work.Limits.Depth / 2)
        {
            store.Faults.Add(PdfFaultKind.DamagedContent, "forms are nested too deeply");
            return;
        }

        var outer = _state;
        var saved = _saved.Count;
        _state = _state.Copy();
        _state.Ctm = Matrix.Of(form.Dictionary["Matrix"].Array?.Numbers(6)).Then(_state.Ctm);
        if (form.Dictionary["BBox"].Array?.Numbers(4) is [var x1, var y1, var x2, var y2])
        {
            _state.Clip = _state.Clip.Cut(_state.Ctm.Bounds(x1, y1, x2, y2));
        }

        _depth++;
        Run(store.Decode(form), form.Dictionary["Resources"].Dictionary ?? parentResources);
        _depth--;
        while (_saved.Count > saved)
        {
            _saved.Pop();
        }

        _state = outer;
    }

    private void Run(ReadOnlyMemory<byte> content, PdfDictionary? resources)
    {
        store.Work.Spend(1000);
        var open = _marked.Depth;
        _operands.Clear();
        try
        {
            Follow(content.Span, resources);
        }
        catch (PdfException e) when (e.Problem == PdfProblem.Damaged)
        {
            store.Faults.Add(PdfFaultKind.DamagedContent, e.Message);
        }

        _marked.CloseTo(open);
    }

    private void Follow(ReadOnlySpan<byte> content, PdfDictionary? resources)
    {
        var lexer = new Lexer(content, store.Names);
        var parser = new ObjectParser(null, store.Work.Limits);
        while (true)
        {
            var (start, tokens) = (lexer.Position, lexer.Tokens);
            var token = lexer.Next();
            if (token.Kind == ValueKind.End)
            {
                return;
            }

            if (token.Operator is { } name)
            {
                Pay(lexer.Position - start);
                Execute(name, ref lexer, resources);
                _operands.Clear();
            }
            else if (token.Kind < ValueKind.Operator || token.Kind is ValueKind.ArrayOpen or ValueKind.DictionaryOpen)
            {
                var operand = parser.Read(ref lexer, token);
                store.Work.Spend((30L * (lexer.Tokens - tokens)) + (2L * (lexer.Position - start)));
                if (_operands.Count < MostOperands)
                {
                    _operands.Add(operand);
                }
            }
        }
    }

    private void Pay(int bytes)
    {
        store.Work.Spend(50 + bytes);
        if (--_operatorsLeft < 0)
        {
            throw new PdfException(PdfProblem.TooLarge, "A page of the PDF has more operators than are allowed.");
        }
    }

    private double Number(int index) => index < _operands.Count ? _operands[index].Number : 0;

    private PdfValue Operand(int index) => index < _operands.Count ? _operands[index] : default;

    private void Execute(string name, ref Lexer lexer, PdfDictionary? resources)
    {
        switch (name)
        {
            case "q":
                if (_saved.Count < MostSaved)
                {
                    _saved.Push(_state.Copy());
                }

                break;
            case "Q":
                if (_saved.TryPop(out var saved))
                {
                    _state = saved;
                }

                break;
            case "cm":
                _state.Ctm = new Matrix(Number(0), Number(1), Number(2), Number(3), Number(4), Number(5)).Then(_state.Ctm);
                break;
            case "w":
                _state.LineWidth = Math.Abs(Number(0));
                break;
            case "gs":
                ExtendedState.Apply(_state, resources?["ExtGState"].Dictionary?[Operand(0).Name ?? ""].Dictionary, fonts);
                break;
            case "Do":
                Draw(Operand(0).Name, resources);
                break;
            case "BI":
                InlineImage.Skip(ref lexer, store);
                DrawPicture();
                break;
            case "BMC" or "BDC":
                _marked.Open(Operand(0).Name, Operand(1), resources);
                break;
            case "EMC":
                _marked.Close();
                break;
            default:
                _ = PathOperator(name) || PaintOperator(name) || ColorOperator(name, resources) || TextOperator(name, resources);
                break;
        }
    }

    private void Draw(string? name, PdfDictionary? resources)
    {
        if (name is null || resources?["XObject"].Dictionary?[name].Stream is not { } stream || _marked.Hidden || layers.IsHidden(stream.Dictionary.Raw("OC")))
        {
            return;
        }

        if (stream.Dictionary["Subtype"].Name == "Image")
        {
            DrawPicture();
        }
        else
        {
            DrawForm(stream, resources);
        }
    }

    private void DrawPicture()
    {
        if (!_marked.Hidden)
        {
            marks.AddPicture(_state.Ctm.Bounds(0, 0, 1, 1).Cut(_state.Clip));
        }
    }

    private bool PathOperator(string name)
    {
        switch (name)
        {
            case "m":
                _path.Move(_state.Ctm.Apply(Number(0), Number(1)));
                return true;
            case "l":
                _path.Line(_state.Ctm.Apply(Number(0), Number(1)));
                return true;
            case "c":
                _path.Curve(_state.Ctm.Apply(Number(4), Number(5)));
                return true;
            case "v" or "y":
                _path.Curve(_state.Ctm.Apply(Number(2), Number(3)));
                return true;
            case "h":
                _path.Close();
                return true;
            case "re":
                var (x, y, w, h) = (Number(0), Number(1), Number(2), Number(3));
                _path.Rectangle(_state.Ctm.Apply(x, y), _state.Ctm.Apply(x + w, y), _state.Ctm.Apply(x + w, y + h), _state.Ctm.Apply(x, y + h));
                return true;
            case "W" or "W*":
                _clipNext = true;
                return true;
            default:
                return false;
        }
    }

    private bool PaintOperator(string name)
    {
        if (name is not ("S" or "s" or "f" or "F" or "f*" or "B" or "B*" or "b" or "b*" or "n"))
        {
            return false;
        }

        if (name is "s" or "b" or "b*")
        {
            _path.Close();
        }

        _path.Finish();
        if (name is not ("S" or "s" or "n") && _state.Fill.Visible && !_marked.Hidden)
        {
            Rulings.Fill(_path, _state.Clip, marks);
        }

        if (name is not ("f" or "F" or "f*" or "n") && _state.Stroke.Visible && !_marked.Hidden)
        {
            Rulings.Stroke(_path, _state.Clip, _state.LineWidth * _state.Ctm.Scale, marks);
        }

        if (_clipNext && !_path.IsEmpty)
        {
            _state.Clip = _state.Clip.Cut(_path.Bounds);
        }

        _clipNext = false;
        _path.Clear();
        return true;
    }

    private bool ColorOperator(string name, PdfDictionary? resources)
    {
        store.Work.Spend(50);
        var components = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_operands);
        (_state.Fill, _state.Stroke) = name switch
        {
            "g" or "rg" => (_state.Fill.In(PaintSpace.Additive, components), _state.Stroke),
            "k" => (_state.Fill.In(PaintSpace.Subtractive, components), _state.Stroke),
            "G" or "RG" => (_state.Fill, _state.Stroke.In(PaintSpace.Additive, components)),
            "K" => (_state.Fill, _state.Stroke.In(PaintSpace.Subtractive, components)),
            "cs" => (_state.Fill.In(PaintSpaces.Of(Operand(0), resources)), _state.Stroke),
            "CS" => (_state.Fill, _state.Stroke.In(PaintSpaces.Of(Operand(0), resources))),
            "sc" or "scn" => (_state.Fill.Colored(components), _state.Stroke),
            "SC" or "SCN" => (_state.Fill, _state.Stroke.Colored(components)),
            _ => (_state.Fill, _state.Stroke),
        };
        return name is "g" or "rg" or "k" or "G" or "RG" or "K" or "cs" or "CS" or "sc" or "scn" or "SC" or "SCN";
    }

    private bool TextOperator(string name, PdfDictionary? resources)
    {
        _text.Hidden = _marked.Hidden;
        if (name == "Tf")
        {
            _state.Font = fonts.Get(resources?["Font"].Dictionary, Operand(0).Name);
            _state.FontSize = Number(1);
            return true;
        }

        return _text.Execute(name, _operands, _state, store.Work);
    }
}
