using System.Collections.Immutable;
using HerogiDsl.Compiler.Symbols;
using HerogiDsl.Compiler.Syntax;

namespace HerogiDsl.Compiler.Binding;

/// <summary>
/// Which declarations the texts mention, and which session data they read. A declaration is known by its syntax, which
/// outlives the symbols of one compilation.
/// </summary>
internal sealed class Usage
{
    private readonly HashSet<object> _mentioned = new(ReferenceEquality.Instance);
    private readonly HashSet<object> _read = new(ReferenceEquality.Instance);
    private ImmutableArray<Mention>.Builder? _log;

    public void Mention(object symbol) => Add(new Mention(DeclarationOf(symbol), false));

    public void Read(object symbol) => Add(new Mention(DeclarationOf(symbol), true));

    public bool IsMentioned(object symbol) => _mentioned.Contains(DeclarationOf(symbol));

    public bool IsRead(object symbol) => _read.Contains(DeclarationOf(symbol));

    /// <summary>Begins to write down what is mentioned from now on.</summary>
    public void BeginLog() => _log = ImmutableArray.CreateBuilder<Mention>();

    /// <summary>What was mentioned since <see cref="BeginLog"/>.</summary>
    public ImmutableArray<Mention> EndLog()
    {
        var log = _log?.ToImmutable() ?? [];
        _log = null;
        return log;
    }

    public void Add(Mention mention)
    {
        _mentioned.Add(mention.Declaration);
        if (mention.IsRead)
            _read.Add(mention.Declaration);
        _log?.Add(mention);
    }

    private static object DeclarationOf(object symbol) => symbol switch
    {
        RecordSymbol record => record.Declaration,
        EnumSymbol @enum => @enum.Declaration,
        EventSymbol @event => @event.Declaration,
        ConnectionSymbol connection => connection.Declaration,
        ActionSymbol action => action.Declaration,
        SessionSymbol datum => datum.Declaration,
        AggregateSymbol aggregate => aggregate.Declaration,
        _ => symbol,
    };
}

/// <summary>That a declaration is mentioned, or a session datum read.</summary>
internal readonly record struct Mention(object Declaration, bool IsRead);
