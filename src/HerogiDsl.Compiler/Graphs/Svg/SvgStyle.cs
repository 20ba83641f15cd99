namespace HerogiDsl.Compiler.Graphs.Svg;

/// <summary>The style sheet of a picture: for paper, and for who prefers the dark.</summary>
internal static class SvgStyle
{
    public const string Sheet =
        """
        text { font: 11px ui-monospace, SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono", monospace; fill: #475569 }
        .title { font: 600 20px system-ui, "Segoe UI", Helvetica, Arial, "DejaVu Sans", sans-serif; fill: #0f172a }
        .about { font: 13px system-ui, "Segoe UI", Helvetica, Arial, "DejaVu Sans", sans-serif; fill: #64748b }
        .name { font: 600 14px system-ui, "Segoe UI", Helvetica, Arial, "DejaVu Sans", sans-serif; fill: #0f172a }
        .trigger { font-weight: 600; fill: #1e293b }
        .guard { fill: #475569 }
        .do { fill: #7c8aa0; font-style: italic }
        .page { fill: #ffffff }
        .frame { fill: #f8fafc; stroke: #64748b; stroke-width: 1.4 }
        .end .frame { fill: #f0fdfa; stroke: #0f766e }
        .inner { fill: none; stroke: #0f766e; stroke-width: 1.2 }
        .anywhere .frame { fill: #faf5ff; stroke: #7e22ce; stroke-dasharray: 3 3 }
        .anywhere .name { fill: #7e22ce; font-style: italic }
        .dot { fill: #0f172a }
        .line { fill: none; stroke: #64748b; stroke-width: 1.4 }
        .head { fill: #64748b }
        .timer .line { stroke: #b45309; stroke-dasharray: 6 4 }
        .timer .head { fill: #b45309 }
        .timer .trigger { fill: #92400e }
        @media (prefers-color-scheme: dark) {
          text { fill: #a3b1c6 }
          .title, .name { fill: #f1f5f9 }
          .about { fill: #94a3b8 }
          .trigger { fill: #e2e8f0 }
          .guard { fill: #a3b1c6 }
          .do { fill: #8494ac }
          .page { fill: #0f172a }
          .frame { fill: #1e293b; stroke: #94a3b8 }
          .end .frame { fill: #0c2b2c; stroke: #2dd4bf }
          .inner { stroke: #2dd4bf }
          .anywhere .frame { fill: #251a3a; stroke: #c084fc }
          .anywhere .name { fill: #d8b4fe }
          .dot { fill: #f1f5f9 }
          .line { stroke: #94a3b8 }
          .head { fill: #94a3b8 }
          .timer .line { stroke: #f59e0b }
          .timer .head { fill: #f59e0b }
          .timer .trigger { fill: #fbbf24 }
        }
        """;
}
