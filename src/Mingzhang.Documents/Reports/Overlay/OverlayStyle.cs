namespace Mingzhang.Documents.Reports.Overlay;

/// <summary>图的样式：colours that are told apart by those who see red and green alike, too; unbound figures are dashed besides.</summary>
internal static class OverlayStyle
{
    /// <summary>种类，按图例的次序。</summary>
    public static readonly string[] Kinds = ["amount", "change", "share", "completion", "count", "nil", Figure.Unknown];

    /// <summary>页面内的样式。</summary>
    public const string Page = """
        text{font-family:"Noto Sans CJK SC","Source Han Sans SC","Microsoft YaHei","PingFang SC","WenQuanYi Zen Hei",sans-serif;fill:#1f2933;white-space:pre}
        .sheet{fill:#fff;stroke:#cbd2d9}.rule{stroke:#9aa5b1;stroke-width:.6}.cell{fill:none;stroke:#3e7cb1;stroke-width:.7}.guess{stroke:#b7791f;stroke-dasharray:3 2}
        .line{fill:#f5f7fa;stroke:none}.furniture{fill:#9aa5b1}.head{font-weight:bold}.sheet.picture{fill:#f0e9d8}
        .f{cursor:help}.f rect{stroke-width:.5;rx:1.5px}.f:hover rect{stroke-width:2}
        .amount rect{fill:#d6e9f8;stroke:#3e7cb1}.change rect{fill:#e6dcf3;stroke:#7552a8}.share rect{fill:#d5efe8;stroke:#2a8c73}.completion rect{fill:#e2eec4;stroke:#6d8a1c}
        .count rect{fill:#fbe9c6;stroke:#b7791f}.nil rect{fill:#e4e7eb;stroke:#7b8794}.unbound rect{fill:#fbd9d3;stroke:#c1361d;stroke-dasharray:3 1.5}
        """;

    /// <summary>网页的样式。</summary>
    public const string Web = """
        body{margin:0;background:#e4e7eb;color:#1f2933;font:14px/1.6 "Noto Sans CJK SC","Source Han Sans SC","Microsoft YaHei","PingFang SC","WenQuanYi Zen Hei",sans-serif}
        header{position:sticky;top:0;background:#fff;border-bottom:1px solid #cbd2d9;padding:10px 24px;z-index:1}h1{font-size:17px;margin:0}header p{margin:2px 0;color:#52606d}
        .key{display:inline-block;margin:4px 14px 0 0;white-space:nowrap}.key i{display:inline-block;width:22px;height:12px;border:1px solid;border-radius:2px;margin-right:5px;vertical-align:-1px}
        main{max-width:1080px;margin:18px auto;padding:0 16px}.page{margin:0 0 22px;overflow-x:auto}.page h2{font-size:13px;color:#52606d;font-weight:normal;margin:0 0 4px}svg{display:block;width:100%;height:auto;box-shadow:0 1px 4px #0003}
        .paper{background:#fff;padding:28px 36px;box-shadow:0 1px 4px #0003}.paper p{margin:2px 0}.paper p.head{font-weight:bold}.paper p.furniture{color:#9aa5b1}table{border-collapse:collapse;margin:10px 0;font-size:12.5px}td{border:1px solid #3e7cb1;padding:2px 6px;vertical-align:top;white-space:pre-line}table.guess td{border:1px dashed #b7791f}
        mark{color:inherit;border-radius:2px;border:1px solid;padding:0 2px;cursor:help}.amount{background:#d6e9f8;border-color:#3e7cb1}.change{background:#e6dcf3;border-color:#7552a8}.share{background:#d5efe8;border-color:#2a8c73}.completion{background:#e2eec4;border-color:#6d8a1c}
        .count{background:#fbe9c6;border-color:#b7791f}.nil{background:#e4e7eb;border-color:#7b8794}.unbound{background:#fbd9d3;border-color:#c1361d;border-style:dashed}section.rest{background:#fff;padding:12px 24px;margin-top:18px;box-shadow:0 1px 4px #0003}section.rest h2{font-size:15px}section.rest li{margin:4px 0}
        """;
}
