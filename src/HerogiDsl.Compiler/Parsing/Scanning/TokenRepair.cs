namespace HerogiDsl.Compiler.Parsing.Scanning;

/// <summary>How a token is read otherwise than it stands there, so that one slip does not hide what follows it.</summary>
/// <param name="LeavesOut">Whether it is passed over.</param>
/// <param name="PutIn">What is read before it, or in its stead; null for nothing.</param>
/// <param name="Word">The word that is put in.</param>
internal sealed record TokenRepair(bool LeavesOut, TokenKind? PutIn = null, string? Word = null);
