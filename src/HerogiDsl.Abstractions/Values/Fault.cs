namespace HerogiDsl.Values;

/// <summary>The faults of generated code.</summary>
public static class Fault
{
    /// <summary>A null where a value is needed: <c>x ?? throw Fault.Null(…)</c>.</summary>
    /// <param name="expression">The expression as written.</param>
    /// <param name="file">The file.</param>
    /// <param name="line">The line, from 1.</param>
    /// <param name="column">The column, from 1.</param>
    public static ScenarioFaultException Null(string expression, string file, int line, int column) =>
        new($"'{expression}' is null, and a value is needed here", new SourcePosition(file, line, column));

    /// <summary>An event that is none of those that lead here: a session was moved by hand.</summary>
    public static ScenarioFaultException WrongEvent(IEvent? @event) =>
        new($"'event' is {(@event is null ? "missing" : "'" + @event.EventName + "'")}, which does not lead here");

    /// <summary>A session datum without a value.</summary>
    public static T Unset<T>(string name) => throw new ScenarioFaultException($"'session.{name}' has no value here");
}
