using System.Collections.Immutable;
using HerogiDsl.Compiler.Syntax;
using HerogiDsl.Compiler.Text;

namespace HerogiDsl.Compiler.Binding.Declarations;

/// <summary>
/// The words of the parts that could not be read. A name that fails and was probably declared there says nothing more:
/// the broken part is the mistake, and it was told.
/// </summary>
internal sealed class SkippedWords
{
    private readonly Dictionary<string, List<UnreadWord>> _words = new(StringComparer.Ordinal);
    private readonly List<UnreadPart> _parts = [];

    public SkippedWords(ImmutableArray<SyntaxTree> trees)
    {
        foreach (var tree in trees)
        {
            var last = default(TextSpan);
            foreach (var part in UnreadParts.Of(tree))
            {
                _parts.Add(part);
                // Of many mistakes in one line the words are the same.
                if (part.Span == last)
                    continue;
                last = part.Span;
                foreach (var word in UnreadParts.WordsOf(part))
                {
                    if (!_words.TryGetValue(word.Text, out var places))
                        _words.Add(word.Text, places = []);
                    places.Add(word);
                }
            }
        }
    }

    /// <summary>Whether everything could be read.</summary>
    public bool IsEmpty => _parts.Count == 0;

    /// <summary>How often a name that fails was taken as right: what holds it has no code.</summary>
    public int ExcuseCount { get; private set; }

    /// <summary>Whether a word stands anywhere in what could not be read.</summary>
    public bool Contains(string word) => _words.ContainsKey(word);

    /// <summary>Whether a word stands in what could not be read of one file: what belongs to a scenario is declared in its own.</summary>
    public bool Contains(string word, SourceText file) =>
        _words.TryGetValue(word, out var places) && places.Any(place => place.Part.Text.Path == file.Path);

    /// <summary>Whether a name may be declared otherwise than it was read.</summary>
    public bool MayDeclare(string word, params string[] keywords) =>
        _words.TryGetValue(word, out var places) && places.Any(place => place.MayBeDeclaredBy(keywords));

    /// <summary>
    /// Whether the name at <paramref name="at"/> need not be told: it stands in an unread part itself, or one in
    /// <paramref name="scope"/> may declare it with one of the keywords.
    /// </summary>
    public bool Excuses(string name, SourceLocation at, SourceLocation? scope, params string[] keywords) =>
        _parts.Count > 0 && Count(
            _parts.Any(part => part.Touches(at))
            || (_words.TryGetValue(name, out var places)
                && places.Any(place => place.Part.IsIn(scope) && place.MayBeDeclaredBy(keywords)))
            || _parts.Any(part => part.IsIn(scope) && part.LacksNameOf(keywords)));

    /// <summary>Whether a member of a type need not be told: a field or value was lost that may be it.</summary>
    public bool ExcusesMember(string name, SourceLocation at) =>
        _parts.Count > 0 && Count(
            _parts.Any(part => part.Touches(at) || (part.LosesField && part.IsOutsideScenarios))
            || (_words.TryGetValue(name, out var places) && places.Any(place => place.Part.IsOutsideScenarios)));

    /// <summary>Whether what a place lacks may stand in an unread part that touches it.</summary>
    public bool ExcusesPlace(SourceLocation at) => _parts.Count > 0 && Count(_parts.Any(part => part.Touches(at)));

    /// <summary>Whether a part of a scenario that could not be read may set a datum.</summary>
    // example: set = event.id, st id = event.id
    public bool MaySet(string datum, SourceLocation scenario) =>
        _parts.Any(part => part.IsIn(scenario) && part.LacksNameOf(["set"]))
        || (_words.TryGetValue(datum, out var places) && places.Any(place => place.Part.IsIn(scenario)));

    private bool Count(bool isExcused)
    {
        if (isExcused)
            ExcuseCount++;
        return isExcused;
    }
}
