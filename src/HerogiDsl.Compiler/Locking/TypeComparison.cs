namespace HerogiDsl.Compiler.Locking;

/// <summary>What becomes of stored values when their type changes.</summary>
internal static class TypeComparison
{
    public static IEnumerable<LockChange> Of(LockedType before, LockedType? after, LockFile now)
    {
        var subject = $"{before.Kind.ToString().ToLowerInvariant()} {before.Name}";
        if (after is null)
            return Gone(subject, before, now);
        return before.Kind == LockedTypeKind.Enum ? Values(subject, before, after) : Fields(subject, before, after);
    }

    /// <summary>Whether what was stored under one type can be read under another: of the same name, they are alike.</summary>
    public static bool IsReadable(LockedTypeName before, LockedTypeName after, bool acceptsNull)
    {
        if (before.IsNullable && !after.IsNullable && !acceptsNull)
            return false;
        return (before.Underlying, after.Underlying) switch
        {
            (LockedList one, LockedList other) => IsReadable(one.Element, other.Element, false),
            (LockedMap one, LockedMap other) => IsReadable(one.Element, other.Element, false),
            (LockedNamed one, LockedNamed other) => one.Name == other.Name || (one.Name == "int" && other.Name == "decimal"),
            _ => false,
        };
    }

    private static IEnumerable<LockChange> Gone(string subject, LockedType before, LockFile now)
    {
        if (now.Types.Any(type => type.Kind == before.Kind && type.Name == before.Name))
            return [new LockChange(subject, false, "it is in another namespace now")];
        return
        [
            new LockChange(subject, false, before.Kind == LockedTypeKind.Event
                ? "it is gone: an event that still waits for a session faults it, until it is skipped"
                : "it is gone"),
        ];
    }

    private static IEnumerable<LockChange> Values(string subject, LockedType before, LockedType after)
    {
        foreach (var value in before.Values.Where(value => !after.Values.Contains(value, StringComparer.OrdinalIgnoreCase)))
            yield return new LockChange(subject, true, $"the value '{value}' is gone, and may be stored", "keep it");
        foreach (var value in after.Values.Where(value => !before.Values.Contains(value, StringComparer.OrdinalIgnoreCase)))
            yield return new LockChange(subject, false, $"the value '{value}' is new");
    }

    private static IEnumerable<LockChange> Fields(string subject, LockedType before, LockedType after)
    {
        foreach (var field in after.Fields)
        {
            var isOptional = field.HasDefault || field.Type.IsNullable;
            var known = before.Fields.FirstOrDefault(candidate => candidate.JsonName == field.JsonName);
            if (known is null)
            {
                yield return isOptional
                    ? new LockChange(subject, false, $"field '{field.Name}' is new, and may be missing")
                    : new LockChange(
                        subject, true, $"field '{field.Name}' is new, and what was stored lacks it", "a '?' or a default");
            }
            else if (known.Type.Text != field.Type.Text)
            {
                var change = $"field '{field.Name}' was '{known.Type.Text}' and is '{field.Type.Text}' now";
                yield return IsReadable(known.Type, field.Type, isOptional)
                    ? new LockChange(subject, false, change)
                    : new LockChange(subject, true, change, "the old type, and another name for the new field");
            }
        }

        foreach (var field in before.Fields.Where(field => after.Fields.All(candidate => candidate.JsonName != field.JsonName)))
            yield return new LockChange(subject, false, $"field '{field.Name}' is gone: it is dropped");
    }
}
