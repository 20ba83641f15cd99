// Each test has the machine for itself: some kill programs at moments that are to mean something.
[assembly: Xunit.v3.Parallelization(Mode = Xunit.Sdk.ParallelMode.None)]
