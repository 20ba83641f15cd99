using System.Collections;

namespace HerogiDsl.Templates;

/// <summary>How a template sees the values of a scenario; implemented without reflection.</summary>
public interface ITemplateValues
{
    /// <summary>Reads a member of a record, of a JSON object or of a map.</summary>
    /// <param name="target">The value, never null and never a scalar.</param>
    /// <param name="name">The member's name as the template writes it.</param>
    /// <param name="value">The member's value.</param>
    /// <returns>Whether the value has members, and this is one of them; a JSON object and a map have every member.</returns>
    /// <remarks>
    /// What is null or missing in JSON is given as a value that <see cref="Convert"/> turns into null, and not as null:
    /// its own members are null then, and no fault.
    /// </remarks>
    bool TryGetMember(object target, string name, out object? value);

    /// <summary>
    /// Turns what Scriban cannot know (a JSON scalar, an enum value) into a string, long, decimal, bool or null;
    /// gives everything else back.
    /// </summary>
    /// <param name="value">The value.</param>
    /// <returns>The value as the template sees it.</returns>
    object? Convert(object? value);

    /// <summary>
    /// Reads the items of a list or of a JSON array. An index out of range is null where the list itself is no
    /// <see cref="IEnumerable"/> (as a JSON array is none), and a fault elsewhere.
    /// </summary>
    /// <param name="target">The value.</param>
    /// <param name="items">The items.</param>
    /// <returns>Whether it is a list.</returns>
    bool TryGetItems(object target, out IEnumerable? items);

    /// <summary>Calls a function of the language (<c>lower</c>, <c>dateIn</c> …).</summary>
    /// <param name="function">Its name.</param>
    /// <param name="arguments">The arguments; lists come as they were given to the template, or as <see cref="IList"/>.</param>
    /// <returns>The result.</returns>
    /// <exception cref="TemplateFaultException">The step faults.</exception>
    object? Call(string function, object?[] arguments);

    /// <summary>A whole value as JSON.</summary>
    /// <param name="value">The value.</param>
    /// <returns>The JSON.</returns>
    string ToJson(object? value);
}
