namespace HerogiDsl.Cli.Projects;

/// <summary>The files that were named make no project; the message is one sentence that says what to type.</summary>
internal sealed class ProjectException(string message) : Exception(message);
