namespace Acme.Onboarding.Options;

/// <summary>What was typed cannot be done: one sentence, exit code 2.</summary>
internal sealed class UsageException(string sentence) : Exception(sentence);
