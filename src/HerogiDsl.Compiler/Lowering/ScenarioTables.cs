using HerogiDsl.Compiler.Binding.Bound;
using HerogiDsl.Compiler.CSharp;
using HerogiDsl.Compiler.Lowering.Model;
using HerogiDsl.Compiler.Text;
using HerogiDsl.Templates;

namespace HerogiDsl.Compiler.Lowering;

/// <summary>The static fields of a scenario: templates and regular expressions, each once.</summary>
internal sealed class ScenarioTables(NameTable names, string projectDirectory)
{
    private readonly Dictionary<string, TemplateModel> _templates = [];
    private readonly List<TemplateModel> _templatesInOrder = [];
    private readonly Dictionary<string, RegexModel> _regexes = new(StringComparer.Ordinal);
    private readonly List<RegexModel> _regexesInOrder = [];
    private readonly Dictionary<(string Returns, string Parameters, EquatableArray<CodeLine> Lines), string> _templateMethodNames = [];
    private readonly List<MethodModel> _templateMethods = [];
    private readonly NumberedNames _fieldNames = new();

    public NameTable Names => names;

    public CSharpTypes Types { get; } = new(names);

    /// <summary>The defaults of what is read.</summary>
    public TypeLowerer Defaults { get; } = new(names);

    /// <summary>The methods' names: each once.</summary>
    public NumberedNames MethodNames { get; } = new("Step", "ReadState", "StepFunction", "StartTimers", "AddDefaults");

    public EquatableArray<TemplateModel> Templates => _templatesInOrder.ToEquatableArray();

    public EquatableArray<RegexModel> Regexes => _regexesInOrder.ToEquatableArray();

    /// <summary>The methods that write templates.</summary>
    public IReadOnlyList<MethodModel> TemplateMethods => _templateMethods;

    /// <summary>The name of the method that writes a template.</summary>
    /// <param name="field">The template's field.</param>
    /// <param name="returns">The C# type of what it gives.</param>
    /// <param name="parameters">Its parameters.</param>
    /// <param name="lines">What it does.</param>
    public string TemplateMethod(string field, string returns, string parameters, EquatableArray<CodeLine> lines)
    {
        var key = (returns, parameters, lines);
        if (!_templateMethodNames.TryGetValue(key, out var name))
        {
            name = MethodNames.Take("Write" + field);
            _templateMethodNames.Add(key, name);
            _templateMethods.Add(new MethodModel("", $"private static {returns} {name}({parameters})", lines));
        }

        return name;
    }

    /// <summary>Begins a method.</summary>
    public CodeBuilder NewCode() => new(projectDirectory);

    /// <summary>The field that holds a regular expression.</summary>
    public string Regex(string pattern)
    {
        if (!_regexes.TryGetValue(pattern, out var regex))
        {
            regex = new RegexModel(_fieldNames.Take("Pattern"), pattern);
            _regexes.Add(pattern, regex);
            _regexesInOrder.Add(regex);
        }

        return regex.Field;
    }

    /// <summary>The field that holds a template; <paramref name="name"/> is what it is called.</summary>
    public string Template(BoundTemplate template, string name)
    {
        var key = FormattableString.Invariant($"{template.Start} {(int)template.Place} {template.Text.Path}");
        if (!_templates.TryGetValue(key, out var model))
        {
            model = ToModel(template, _fieldNames.Take(name));
            _templates.Add(key, model);
            _templatesInOrder.Add(model);
        }

        return model.Field;
    }

    public static TemplateModel ToModel(BoundTemplate template, string field) => new(
        field, Use(template.Place), template.Value, Position(template.Text, template.Start), template.Indent);

    public static PositionModel Position(SourceText text, int offset)
    {
        var position = text.GetPosition(offset);
        return new PositionModel(text.Path, position.Line + 1, position.Column + 1);
    }

    private static string Use(TemplatePlace place) => place switch
    {
        TemplatePlace.Body or TemplatePlace.Plain => "Text",
        _ => place.ToString(),
    };
}
