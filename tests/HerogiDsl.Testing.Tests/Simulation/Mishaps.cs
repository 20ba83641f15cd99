using HerogiDsl.Testing.Simulation;

namespace HerogiDsl.Testing.Tests.Simulation;

/// <summary>What goes wrong, and when: not everything in each world.</summary>
internal sealed class Mishaps(World world, SeededRandom random)
{
    private bool _isOver;

    public void Plan(TimeSpan until)
    {
        if (random.OneIn(3))
            world.Disk.Faults.SlowOneIn = random.Between(2, 20);
        Some(until, 4, CrashSoon);
        Some(until, 2, () => world.Crash(Pause()));
        Some(until, 2, FailSoon);
        Some(until, 1, world.Stop);
        Some(until, 2, () => world.Time.Jump(random.Time(TimeSpan.FromHours(5)) * (random.OneIn(3) ? -1 : 1)));
        Some(until, 3, () => world.Weather.IsBad = !world.Weather.IsBad);
    }

    public void End()
    {
        _isOver = true;
        world.Disk.Faults.CrashAt = long.MaxValue;
        world.Disk.Faults.FailFrom = long.MaxValue;
        world.Disk.Faults.SlowOneIn = int.MaxValue;
    }

    private TimeSpan Pause() => random.Time(TimeSpan.FromMinutes(40));

    // At one of the next operations of the disk: at each of them in some world.
    private void CrashSoon() => world.Disk.Faults.CrashAt = world.Disk.Operations + random.Between(1, 80);

    private void FailSoon()
    {
        world.Disk.Faults.FailFrom = world.Disk.Operations + random.Between(1, 40);
        world.Disk.Faults.FailUntil = world.Disk.Faults.FailFrom + random.Between(1, random.OneIn(3) ? 60 : 3);
    }

    private void Some(TimeSpan until, int most, Action happen)
    {
        for (var count = random.Between(0, most); count > 0; count--)
        {
            world.At(until * (random.Below(10_000) / 10_000.0), () =>
            {
                if (!_isOver)
                    happen();
            });
        }
    }
}
