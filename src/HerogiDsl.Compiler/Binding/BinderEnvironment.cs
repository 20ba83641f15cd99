using HerogiDsl.Compiler.Binding.Declarations;
using HerogiDsl.Compiler.Binding.Locking;
using HerogiDsl.Compiler.Diagnostics;
using HerogiDsl.Compiler.Text;

namespace HerogiDsl.Compiler.Binding;

/// <summary>What every binder needs: the declarations, and where mistakes are told.</summary>
internal sealed record BinderEnvironment(
    DeclarationTable Table,
    SkippedWords Skipped,
    TypeBinder Types,
    IReadOnlyList<SourceLocation> SyntaxFaults,
    DiagnosticBag Diagnostics)
{
    /// <summary>The types of the lock; null without one.</summary>
    public LockedTypes? Locked { get; init; }

    /// <summary>What is named anywhere, and the session data that are read.</summary>
    public Usage Usage => Types.Usage;

    /// <summary>Reports, naming the `run` where an action is bound for one.</summary>
    public void Report(Diagnostic diagnostic, BindingContext context)
    {
        if (context.Run is { } run)
            diagnostic = diagnostic.InRun(run.Action.Name, run.Location);
        Diagnostics.Report(diagnostic);
    }
}

/// <summary>Which symbols the texts mention, and which session data they read.</summary>
internal sealed class Usage
{
    private readonly HashSet<object> _mentioned = [];
    private readonly HashSet<object> _read = [];

    public void Mention(object symbol) => _mentioned.Add(symbol);

    public void Read(object symbol)
    {
        _mentioned.Add(symbol);
        _read.Add(symbol);
    }

    public bool IsMentioned(object symbol) => _mentioned.Contains(symbol);

    public bool IsRead(object symbol) => _read.Contains(symbol);
}
