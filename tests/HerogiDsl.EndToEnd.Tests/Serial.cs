// Each test has the machine for itself: some kill programs at moments that are to mean something.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
