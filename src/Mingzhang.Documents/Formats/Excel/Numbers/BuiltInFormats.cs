namespace Mingzhang.Documents.Formats.Excel.Numbers;

/// <summary>内置的数字格式：those a workbook names by number only, as a Chinese Excel shows them.</summary>
internal static class BuiltInFormats
{
    private const string Accounting = "_ * #,##0_ ;_ * -#,##0_ ;_ * \"-\"_ ;_ @_ ";
    private const string AccountingTwo = "_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * \"-\"??_ ;_ @_ ";
    private const string ChineseMonth = "yyyy\"年\"m\"月\"";
    private const string ChineseDay = "yyyy\"年\"m\"月\"d\"日\"";
    private const string ShortChineseDay = "m\"月\"d\"日\"";
    private const string ChineseTime = "h\"时\"mm\"分\"";
    private const string ChineseSeconds = "h\"时\"mm\"分\"ss\"秒\"";
    private const string HalfDay = "上午/下午h\"时\"mm\"分\"";
    private const string HalfDaySeconds = "上午/下午h\"时\"mm\"分\"ss\"秒\"";

    /// <summary>格式; "General" where the number stands for none.</summary>
    public static string Of(int id) => id switch
    {
        1 => "0",
        2 => "0.00",
        3 => "#,##0",
        4 => "#,##0.00",
        5 or 6 => "¥#,##0;¥-#,##0",
        7 or 8 => "¥#,##0.00;¥-#,##0.00",
        9 => "0%",
        10 => "0.00%",
        11 => "0.00E+00",
        12 => "# ?/?",
        13 => "# ??/??",
        14 => "yyyy/m/d",
        15 => "d-mmm-yy",
        16 => "d-mmm",
        17 => "mmm-yy",
        18 => "h:mm AM/PM",
        19 => "h:mm:ss AM/PM",
        20 => "h:mm",
        21 => "h:mm:ss",
        22 => "yyyy/m/d h:mm",
        27 or 36 or 50 or 57 => ChineseMonth,
        28 or 29 or 51 or 54 or 58 => ShortChineseDay,
        30 => "m/d/yy",
        31 => ChineseDay,
        32 => ChineseTime,
        33 => ChineseSeconds,
        34 or 52 or 55 => id == 52 ? ChineseMonth : HalfDay,
        35 or 56 => HalfDaySeconds,
        37 or 38 => "#,##0_);(#,##0)",
        39 or 40 => "#,##0.00_);(#,##0.00)",
        41 or 42 => Accounting,
        43 or 44 => AccountingTwo,
        45 => "mm:ss",
        46 => "[h]:mm:ss",
        47 => "mm:ss.0",
        48 => "##0.0E+0",
        49 => "@",
        53 => ShortChineseDay,
        _ => "General",
    };
}
