using HerogiDsl.Compiler.CSharp;
using HerogiDsl.Compiler.Symbols;

namespace HerogiDsl.Compiler.Lowering;

/// <summary>What the names of the language are in a method of the step function.</summary>
internal sealed class StepScope
{
    // The names that such methods use themselves.
    private readonly NumberedNames _taken;

    // What stands in braces further up: a name that is declared below them, outside, must be another.
    private readonly HashSet<string> _inBraces;
    private readonly Dictionary<SessionSymbol, DataPlace> _data;
    private readonly Dictionary<ParameterSymbol, string> _parameters;

    public StepScope(EventPlace @event)
    {
        Event = @event;
        _taken = new NumberedNames(
            "context", "state", "trigger", "transition", "label", "@event", "leaving", "json", "writer", "value", "fields");
        _inBraces = new HashSet<string>(StringComparer.Ordinal);
        _data = [];
        _parameters = [];
    }

    private StepScope(StepScope outer, bool isInBraces)
    {
        Event = outer.Event;
        _taken = new NumberedNames(outer._taken, isInBraces ? [] : outer._inBraces);
        _inBraces = outer._inBraces;
        _data = new Dictionary<SessionSymbol, DataPlace>(outer._data);
        _parameters = new Dictionary<ParameterSymbol, string>(outer._parameters);
    }

    /// <summary>Where `event` is; `exit` and `do` see it under different types.</summary>
    public EventPlace Event { get; set; }

    /// <summary>The same names for a transition: what it declares and changes ends with it.</summary>
    public StepScope Branch(bool isInBraces) => new(this, isInBraces);

    public DataPlace? Find(SessionSymbol datum) => _data.TryGetValue(datum, out var place) ? place : null;

    public void SetData(SessionSymbol datum, DataPlace place) => _data[datum] = place;

    /// <summary>Gives a datum a local variable (or parameter) of its own; gives back its name.</summary>
    public string Declare(SessionSymbol datum, bool isNullable)
    {
        var name = Declare(datum.Name);
        _data[datum] = new DataPlace(name, isNullable, IsLocal: true);
        return name;
    }

    public string Declare(ParameterSymbol parameter)
    {
        var name = Declare(parameter.Name);
        _parameters[parameter] = name;
        return name;
    }

    public string Find(ParameterSymbol parameter) => _parameters[parameter];

    private string Declare(string name)
    {
        var unique = _taken.Take(CSharpNames.Escape(name));
        _inBraces.Add(unique);
        return unique;
    }
}

/// <summary>Where a session datum is.</summary>
/// <param name="Text">The C# expression.</param>
/// <param name="IsNullable">Whether C# takes it for one that may be null.</param>
/// <param name="IsLocal">Whether it can be assigned.</param>
internal sealed record DataPlace(string Text, bool IsNullable, bool IsLocal);

/// <summary>Where `event` is.</summary>
/// <param name="Text">The C# expression.</param>
/// <param name="Type">The event, where C# knows which it is.</param>
internal sealed record EventPlace(string Text, EventSymbol? Type)
{
    /// <summary>Where a timer led.</summary>
    public static EventPlace None { get; } = new(RuntimeNames.Functions + ".NoEvent", null);

    /// <summary>The same event, of a type that C# does not know: it would not let us ask for another one.</summary>
    public EventPlace Untyped() => Type is null ? this : new EventPlace($"(({RuntimeNames.IEvent}){Text})", null);
}
