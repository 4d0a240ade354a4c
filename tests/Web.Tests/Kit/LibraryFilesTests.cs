using System.Security.Cryptography;

namespace JointMeeting.Web.Tests.Kit;

public class LibraryFilesTests
{
    public static TheoryData<string> Libraries =>
        [
            .. Directory
                .EnumerateDirectories(Path.Combine(KitHost.WebRoot, "lib"))
                .SelectMany(Directory.EnumerateDirectories)
                .Select(folder => Path.GetRelativePath(KitHost.WebRoot, folder)),
        ];

    [Theory, MemberData(nameof(Libraries))]
    public void Every_third_party_file_is_the_one_that_was_recorded(string library)
    {
        var folder = Path.Combine(KitHost.WebRoot, library);
        var recorded = File.ReadAllLines(Path.Combine(folder, "sha256")).Order(StringComparer.Ordinal);
        var found = Directory
            .EnumerateFiles(folder)
            .Where(file => Path.GetFileName(file) != "sha256")
            .Select(file => $"{Hash(file)}  {Path.GetFileName(file)}")
            .Order(StringComparer.Ordinal);
        Assert.Equal(recorded, found);
    }

    [Theory, MemberData(nameof(Libraries))]
    public void Every_third_party_library_has_its_licence(string library) =>
        Assert.NotEmpty(File.ReadAllText(Path.Combine(KitHost.WebRoot, library, "LICENSE")));

    [Fact]
    public void No_third_party_file_lies_outside_a_versioned_folder()
    {
        var lib = Path.Combine(KitHost.WebRoot, "lib");
        var outside = Directory
            .EnumerateFiles(lib, "*", SearchOption.AllDirectories)
            .Where(file => Path.GetRelativePath(lib, file).Split(Path.DirectorySeparatorChar).Length != 3);
        Assert.Empty(outside);
    }

    private static string Hash(string file) => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file)));
}
