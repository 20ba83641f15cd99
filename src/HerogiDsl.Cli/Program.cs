using System.Text;
using HerogiDsl.Cli.Commands;

// A Windows console would turn the quoted names of a message into question marks.
if (OperatingSystem.IsWindows())
    Console.OutputEncoding = new UTF8Encoding(false);
return HerogiCommand.Run(args, Console.Out, Console.Error);
