using System.Globalization;

namespace HerogiDsl.Templates;

/// <summary>A function that templates may call.</summary>
/// <param name="Name">Its name, with its dots.</param>
/// <param name="MinArguments">How many arguments it takes at least.</param>
/// <param name="MaxArguments">How many arguments it takes at most.</param>
/// <param name="IsOfTheLanguage">Whether it is one of the language's own, and not Scriban's.</param>
public sealed record TemplateFunction(string Name, int MinArguments, int MaxArguments, bool IsOfTheLanguage);

/// <summary>The functions that templates may call, and those of Scriban that they may not.</summary>
public static class TemplateFunctions
{
    private const string Language =
        "now 0; length 1; lower 1; upper 1; trim 1; contains 2; startsWith 2; endsWith 2; replace 3; split 2; join 2; " +
        "firstMatch 2; parseJson 1; toJson 1; abs 1; round 2; whole 1; min 2; max 2; number 1; text 1; parseDate 1; " +
        "parseDateTime 1; dateIn 2; hourIn 2; weekdayIn 2; at 3; bucket 1 2; fail 1; raw 1";

    private const string Scriban =
        "array.add 2; array.add_range 2; array.any 2 99; array.compact 1; array.concat 2; array.contains 2; array.cycle 1 2; " +
        "array.each 2; array.filter 2; array.first 1; array.insert_at 3; array.join 2 3; array.last 1; array.limit 2; " +
        "array.map 2; array.offset 2; array.remove_at 2; array.reverse 1; array.size 1; array.sort 1 2; array.uniq 1; " +
        "blank 0; date.add_days 2; date.add_hours 2; date.add_milliseconds 2; date.add_minutes 2; date.add_months 2; " +
        "date.add_seconds 2; date.add_years 2; date.now 0; date.parse 1 3; date.parse_to_string 1 5; date.to_string 2 3; " +
        "date.utc_now 0; empty 0; html.escape 1; html.newline_to_br 1; html.strip 1; html.url_encode 1; html.url_escape 1; " +
        "math.abs 1; math.ceil 1; math.divided_by 2; math.floor 1; math.format 2 3; math.is_number 1; math.minus 2; " +
        "math.modulo 2; math.plus 2; math.round 1 2; math.times 2; object.default 2; object.format 2 3; " +
        "object.from_json 1; object.has_key 2; object.has_value 2; object.keys 1; object.kind 1; object.size 1; " +
        "object.to_json 1; object.typeof 1; object.values 1; regex.escape 1; regex.match 2 3; regex.matches 2 3; " +
        "regex.replace 3 4; regex.split 2 3; regex.unescape 1; string.append 2; string.base64_decode 1; " +
        "string.base64_encode 1; string.capitalize 1; string.capitalizewords 1; string.contains 2; string.downcase 1; " +
        "string.empty 1; string.ends_with 2; string.equals_ignore_case 2; string.escape 1; string.handleize 1; " +
        "string.hmac_sha1 2; string.hmac_sha256 2; string.hmac_sha512 2; string.index_of 2 5; string.literal 1; " +
        "string.lstrip 1; string.md5 1; string.pad_left 2; string.pad_right 2; string.pluralize 3; string.prepend 2; " +
        "string.remove 2; string.remove_first 2; string.remove_last 2; string.replace 3; string.replace_first 3 4; " +
        "string.rstrip 1; string.sha1 1; string.sha256 1; string.sha512 1; string.size 1; string.slice 2 3; " +
        "string.slice1 2 3; string.split 2; string.starts_with 2; string.strip 1; string.strip_newlines 1; " +
        "string.to_double 1; string.to_float 1; string.to_int 1; string.to_long 1; string.truncate 2 3; " +
        "string.truncatewords 2 3; string.upcase 1; string.whitespace 1; timespan.from_days 1; timespan.from_hours 1; " +
        "timespan.from_milliseconds 1; timespan.from_minutes 1; timespan.from_seconds 1; timespan.parse 1; timespan.zero 0";

    private static readonly Dictionary<string, TemplateFunction> Table =
        Read(Language, true).Concat(Read(Scriban, false)).ToDictionary(function => function.Name, StringComparer.Ordinal);

    /// <summary>Every function that templates may call.</summary>
    public static IReadOnlyCollection<TemplateFunction> All => Table.Values;

    /// <summary>Scriban's functions that no template may call: each with the reason.</summary>
    public static IReadOnlyDictionary<string, string> Refused { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["include"] = "a template stands alone: write its text here, or use 'file'",
        ["include_join"] = "a template stands alone: write its text here, or use 'file'",
        ["import"] = "name the members where they are used",
        ["object.eval"] = "a template runs no code out of data",
        ["object.eval_template"] = "a template runs no code out of data",
        ["math.random"] = "a step must give the same each time: use 'bucket(n)'",
        ["math.uuid"] = "a step must give the same each time: use 'meta.sessionId'",
    };

    /// <summary>Looks a function up.</summary>
    /// <param name="name">Its name, with its dots.</param>
    /// <returns>The function, or null where there is none that templates may call.</returns>
    public static TemplateFunction? Find(string name) => Table.TryGetValue(name, out var function) ? function : null;

    private static IEnumerable<TemplateFunction> Read(string table, bool ofTheLanguage)
    {
        foreach (var line in table.Split(';'))
        {
            var words = line.Trim().Split(' ');
            var min = int.Parse(words[1], CultureInfo.InvariantCulture);
            var max = words.Length > 2 ? int.Parse(words[2], CultureInfo.InvariantCulture) : min;
            yield return new TemplateFunction(words[0], min, max, ofTheLanguage);
        }
    }
}
