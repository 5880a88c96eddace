namespace EnVagUt.Tests.Common;

public static class TestFolder
{
    private const string Memory = "/dev/shm";
    private const long Enough = 1L << 30;

    /// <summary>A folder of its own for a test's files: in memory where the system has room for it, since a test needs no fsync.</summary>
    public static string Create() =>
        Directory.Exists(Memory) && new DriveInfo(Memory).AvailableFreeSpace > Enough
            ? Directory.CreateDirectory(Path.Combine(Memory, $"envagut-test-{Guid.NewGuid():N}")).FullName
            : Directory.CreateTempSubdirectory("envagut-test-").FullName;
}
