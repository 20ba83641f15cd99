using System.Xml;
using System.Xml.Linq;

namespace HerogiDsl.Cli.Projects.Configuration;

/// <summary>
/// Reads the properties that a `.csproj` and the `Directory.Build` files around it set, in the order of a build. What
/// packages and the SDK set is not known here.
/// </summary>
internal sealed class ProjectFile
{
    private const int DeepestImport = 20;

    private readonly ProjectProperties _properties = new();
    private int _depth;

    private ProjectFile()
    {
    }

    /// <summary>The only `.csproj` of the nearest folder that has one; null where there is none, or where there are several.</summary>
    public static string? Above(string folder)
    {
        for (var at = folder; at is not null; at = Path.GetDirectoryName(at))
        {
            var projects = Directory.Exists(at) ? Directory.GetFiles(at, "*.csproj") : [];
            if (projects.Length > 0)
                return projects.Length == 1 ? projects[0] : null;
        }

        return null;
    }

    public static ProjectProperties Evaluate(string path)
    {
        var file = new ProjectFile();
        var folder = Path.GetDirectoryName(path) ?? "";
        file._properties["MSBuildProjectDirectory"] = folder;
        file._properties["MSBuildProjectName"] = Path.GetFileNameWithoutExtension(path);
        file.ReadAbove(folder, "Directory.Build.props");
        file.Read(path);
        file.ReadAbove(folder, "Directory.Build.targets");
        return file._properties;
    }

    // A build takes the nearest; that one may import those above it.
    private void ReadAbove(string folder, string name)
    {
        for (var at = folder; at is not null; at = Path.GetDirectoryName(at))
        {
            var path = Path.Combine(at, name);
            if (!File.Exists(path))
                continue;
            Read(path);
            return;
        }
    }

    private void Read(string path)
    {
        if (_depth == DeepestImport || Load(path) is not { Root: { } root })
            return;
        _depth++;
        foreach (var element in root.Elements())
        {
            // An import has left its own folder here.
            _properties["MSBuildThisFileDirectory"] = Path.GetDirectoryName(path) + "/";
            if (!_properties.Holds((string?)element.Attribute("Condition")))
                continue;
            if (element.Name.LocalName == "PropertyGroup")
                SetProperties(element);
            else if (element.Name.LocalName == "Import")
                Import(element, Path.GetDirectoryName(path) ?? "");
            else if (element.Name.LocalName == "ImportGroup")
                ImportAll(element, path);
        }

        _depth--;
    }

    private void SetProperties(XElement group)
    {
        foreach (var property in group.Elements())
        {
            if (_properties.Holds((string?)property.Attribute("Condition")) && _properties.Expand(property.Value) is { } value)
                _properties[property.Name.LocalName] = value;
        }
    }

    private void ImportAll(XElement group, string path)
    {
        foreach (var import in group.Elements().Where(import => _properties.Holds((string?)import.Attribute("Condition"))))
            Import(import, Path.GetDirectoryName(path) ?? "");
    }

    private void Import(XElement import, string folder)
    {
        if (import.Attribute("Sdk") is not null || (string?)import.Attribute("Project") is not { } project)
            return;
        if (_properties.Expand(project) is not { Length: > 0 } expanded || expanded.Contains('*', StringComparison.Ordinal))
            return;
        var path = Path.GetFullPath(expanded.Replace('\\', '/'), Path.GetFullPath(folder));
        if (File.Exists(path))
            Read(path);
    }

    // What MSBuild cannot read either is its to report.
    private static XDocument? Load(string path)
    {
        try
        {
            return XDocument.Load(path);
        }
        catch (Exception exception) when (exception is XmlException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
