using System.Text.Json;

namespace HerogiDsl;

/// <summary>A <c>migrate</c>: what becomes of a session that an earlier build left in a state. Generated.</summary>
/// <param name="Id">Changes with its text: an instance goes through it once.</param>
/// <param name="From">The state that the earlier build left the session in.</param>
/// <param name="To">The state, or the end, that it is in from now on.</param>
/// <param name="Apply">Reads the stored session data, and records in the context what it sets.</param>
public sealed record Migration(string Id, string From, string To, Action<JsonElement, StepContext> Apply);
