using HerogiDsl.Cli.Projects;

namespace HerogiDsl.Cli.Locking;

/// <summary>The files that a lock is about: all of a folder.</summary>
internal static class LockProject
{
    public static ProjectFiles Find(string folder) => Directory.Exists(folder)
        ? ProjectFiles.Find([folder], Directory.GetCurrentDirectory(), "lock")
        : throw new ProjectException(
            $"there is no folder '{folder}': type 'herogi lock FOLDER' with the folder that has the project file");
}
