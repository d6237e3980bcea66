namespace Mingzhang.Pdf.Objects;

/// <summary>对象的语法：values, arrays and dictionaries out of tokens.</summary>
internal readonly ref struct ObjectParser(ObjectStore? store, PdfLimits limits)
{
    /// <summary>解密字符串：set while an object of an encrypted file is read.</summary>
    public Func<byte[], byte[]>? Decrypt { get; init; }

    /// <summary>读一个值：with references ("12 0 R"), which contents do not have.</summary>
    public PdfValue Read(ref Lexer lexer) => Read(ref lexer, lexer.Next());

    /// <summary>读一个值：whose first token has been read.</summary>
    public PdfValue Read(ref Lexer lexer, PdfValue first) => Read(ref lexer, first, 0, lexer.Tokens + limits.ObjectTokens);

    private PdfValue Read(ref Lexer lexer, PdfValue first, int depth, int lastToken)
    {
        if (depth > limits.Depth || lexer.Tokens > lastToken)
        {
            throw new PdfException("An object is nested too deeply or is too long.");
        }

        return first.Kind switch
        {
            ValueKind.Number when store is not null => NumberOrReference(ref lexer, first),
            ValueKind.Text when Decrypt is { } decrypt => PdfValue.OfText(decrypt(first.Text!)),
            ValueKind.ArrayOpen => PdfValue.Of(Array(ref lexer, depth, lastToken)),
            ValueKind.DictionaryOpen => PdfValue.Of(Dictionary(ref lexer, depth, lastToken)),
            _ => first,
        };
    }

    private static PdfValue NumberOrReference(ref Lexer lexer, PdfValue number)
    {
        var after = lexer.Position;
        if (number.Number < 0 || number.Integer(-1) != number.Number || !StartsLikeReference(ref lexer))
        {
            lexer.Position = after;
            return number;
        }

        return PdfValue.OfReference(number.Integer());
    }

    private static bool StartsLikeReference(ref Lexer lexer)
    {
        lexer.SkipSpace();
        if (lexer.AtEnd || !Bytes.IsDigit(lexer.Data[lexer.Position]))
        {
            return false;
        }

        lexer.Next();
        lexer.SkipSpace();
        if (lexer.AtEnd || lexer.Data[lexer.Position] != 'R')
        {
            return false;
        }

        lexer.Position++;
        return lexer.AtEnd || !Bytes.IsRegular(lexer.Data[lexer.Position]);
    }

    private PdfArray Array(ref Lexer lexer, int depth, int lastToken)
    {
        var items = new List<PdfValue>();
        while (true)
        {
            var token = lexer.Next();
            if (token.Kind is ValueKind.ArrayClose or ValueKind.End or ValueKind.DictionaryClose || token.Operator is "endobj" or "endstream")
            {
                return new PdfArray(items, store);
            }

            if (token.Kind != ValueKind.Operator)
            {
                items.Add(Read(ref lexer, token, depth + 1, lastToken));
            }
        }
    }

    private PdfDictionary Dictionary(ref Lexer lexer, int depth, int lastToken)
    {
        var dictionary = new PdfDictionary(store);
        while (true)
        {
            var token = lexer.Next();
            if (token.Kind is ValueKind.DictionaryClose or ValueKind.End)
            {
                return dictionary;
            }

            if (token.Operator is "endobj" or "stream")
            {
                // A dictionary that was not closed: leave the keyword to whoever needs it.
                lexer.Position -= token.Operator!.Length;
                return dictionary;
            }

            if (token.Name is { } key)
            {
                var value = lexer.Next();
                if (value.Kind == ValueKind.DictionaryClose)
                {
                    return dictionary;
                }

                dictionary[key] = Read(ref lexer, value, depth + 1, lastToken);
            }
        }
    }
}
